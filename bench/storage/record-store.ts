import type { StoredMessage } from '../../src/domain/unsend/sent-message.ts';

/** One way to keep sent messages. What it cannot do is null. */
export interface RecordStore {
  fill(records: readonly StoredMessage[]): Promise<void>;
  /** One message, on its own. */
  put(record: StoredMessage): Promise<void>;
  /** The first hundred that were sent at `from` or later. Answers how many were found. */
  first(from: number): Promise<number>;
  /** A conversation. Answers how many messages it has. */
  conversation: ((account: string, conversation: string) => Promise<number>) | null;
  /** Removes what was sent before. */
  expire(before: number): Promise<void>;
  /** Closes it and removes everything. */
  destroy(): Promise<void>;
}

/** Waits for a request of IndexedDB. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Waits until a transaction is on its way to the disk. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Opens a database of the bench, new each time. */
export function openNew(name: string, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => upgrade(request.result);
  return settled(request);
}
