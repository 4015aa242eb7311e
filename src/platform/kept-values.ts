/** A few values under names, in a database of their own in the browser. Keys that cannot be read out can be among them. */
export interface KeptValues {
  /** Undefined: there is none. */
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

const STORE = 'values';

/**
 * Opens the database anew for every call, which is rare: there is no connection that could be lost meanwhile.
 * @param factory `indexedDB`
 */
export function keptValues(factory: IDBFactory, database: string): KeptValues {
  const using = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const opened = await open(factory, database);
    try {
      // Strict: what is kept here must not be lost with the power.
      const transaction = opened.transaction(STORE, mode, { durability: 'strict' });
      const asked = ask(transaction.objectStore(STORE));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      return asked.result;
    } finally {
      opened.close();
    }
  };
  return {
    // Reading makes no database: one that a stopped worker has half made would keep every later reader waiting.
    get: async (name) =>
      (await factory.databases()).some((known) => known.name === database)
        ? using<unknown>('readonly', (store) => store.get(name))
        : undefined,
    put: async (name, value) => void (await using('readwrite', (store) => store.put(value, name))),
    remove: async (name) => void (await using('readwrite', (store) => store.delete(name))),
  };
}

function open(factory: IDBFactory, database: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(database, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
