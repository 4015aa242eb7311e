/**
 * Keeps content scripts, and with them LINE's pages should one of their processes be taken over, from reading what Matta
 * stores and what an administrator decided. To be called at every start of the worker; the polyfill has no types for it.
 */
export async function keepStorageFromContentScripts(): Promise<void> {
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  await Promise.all([
    chrome.storage.local.setAccessLevel(level),
    chrome.storage.session.setAccessLevel(level),
    // The right answers to a supervisor's own questions stand in it.
    chrome.storage.managed.setAccessLevel(level),
  ]);
}
