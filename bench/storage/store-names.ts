/** Everything that keeps messages in the bench. */
export const STORE_NAMES = [
  'bareLimit',
  'usualRaw',
  'matta',
  'dexie',
  'pouchdb',
  'storageKeys',
  'storageObject',
] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/** How the tables call them. */
export const STORE_LABELS: Readonly<Record<StoreName, string>> = {
  bareLimit: 'bare IndexedDB',
  usualRaw: 'usual IndexedDB',
  matta: '**Matta**',
  dexie: 'dexie',
  pouchdb: 'pouchdb',
  storageKeys: 'chrome.storage.local, a key each',
  storageObject: 'chrome.storage.local, one object',
};
