import type { StoredMessage } from '../../src/domain/unsend/sent-message.ts';
import { done, openNew, type RecordStore, settled } from './record-store.ts';

const MODE = { durability: 'relaxed' } as const;

/** The least that IndexedDB can be asked to do: a number as key, a number as value, no index. */
export async function bareLimitStore(): Promise<RecordStore> {
  const database = await openNew('bench-bare', (made) => made.createObjectStore('messages'));
  const write = () => database.transaction('messages', 'readwrite', MODE);
  const putAll = async (records: readonly StoredMessage[]) => {
    const transaction = write();
    for (const { sendTime } of records) transaction.objectStore('messages').put(1, sendTime.earliest);
    await done(transaction);
  };
  return {
    fill: putAll,
    put: (record) => putAll([record]),
    async first(from) {
      const store = database.transaction('messages').objectStore('messages');
      return (await settled(store.getAll(IDBKeyRange.lowerBound(from), 100))).length;
    },
    conversation: null,
    async expire(before) {
      const transaction = write();
      transaction.objectStore('messages').delete(IDBKeyRange.upperBound(before, true));
      await done(transaction);
    },
    destroy: () => destroy(database),
  };
}

/** IndexedDB as it is usually set up: the id as key, an index for the time and one for the conversation. */
export async function usualRawStore(): Promise<RecordStore> {
  const database = await openNew('bench-usual', (made) => {
    const store = made.createObjectStore('messages', { keyPath: 'id' });
    store.createIndex('sentAt', 'sendTime.earliest');
    store.createIndex('conversation', ['account', 'conversation']);
  });
  const write = () => database.transaction('messages', 'readwrite', MODE);
  const putAll = async (records: readonly StoredMessage[]) => {
    const transaction = write();
    for (const record of records) transaction.objectStore('messages').put(record);
    await done(transaction);
  };
  const index = (name: string) => database.transaction('messages').objectStore('messages').index(name);
  return {
    fill: putAll,
    put: (record) => putAll([record]),
    first: async (from) => (await settled(index('sentAt').getAll(IDBKeyRange.lowerBound(from), 100))).length,
    conversation: async (...room) => (await settled(index('conversation').getAll(room))).length,
    async expire(before) {
      const transaction = write();
      const cursors = transaction.objectStore('messages').index('sentAt');
      const request = cursors.openCursor(IDBKeyRange.upperBound(before, true));
      request.onsuccess = () => {
        request.result?.delete();
        request.result?.continue();
      };
      await done(transaction);
    },
    destroy: () => destroy(database),
  };
}

async function destroy(database: IDBDatabase): Promise<void> {
  database.close();
  await settled(indexedDB.deleteDatabase(database.name));
}
