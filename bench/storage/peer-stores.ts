import { Dexie } from 'dexie';
import PouchDB from 'pouchdb-browser';
import type { StoredMessage } from '../../src/domain/unsend/sent-message.ts';
import type { RecordStore } from './record-store.ts';

/** Dexie as its documentation shows it. */
export async function dexieStore(): Promise<RecordStore> {
  const database = new Dexie('bench-dexie');
  database.version(1).stores({ messages: 'id,sendTime.earliest,[account+conversation]' });
  const messages = database.table<StoredMessage, string>('messages');
  return {
    async fill(records) {
      await messages.bulkPut([...records]);
    },
    async put(record) {
      await messages.put(record);
    },
    first: async (from) =>
      (await messages.where('sendTime.earliest').aboveOrEqual(from).limit(100).toArray()).length,
    conversation: async (...room) =>
      (await messages.where('[account+conversation]').equals(room).toArray()).length,
    async expire(before) {
      await messages.where('sendTime.earliest').below(before).delete();
    },
    destroy: () => database.delete(),
  };
}

/** PouchDB with the send time at the front of its own key, which is the best that can be done for it. */
export async function pouchStore(): Promise<RecordStore> {
  const database = new PouchDB('bench-pouch', { auto_compaction: true });
  const idOf = ({ sendTime, id }: StoredMessage) => `${String(sendTime.earliest).padStart(15, '0')}/${id}`;
  const put = (records: readonly StoredMessage[]) =>
    database.bulkDocs(records.map((record) => ({ ...record, _id: idOf(record) })));
  return {
    async fill(records) {
      await put(records);
    },
    async put(record) {
      await put([record]);
    },
    async first(from) {
      const startkey = String(from).padStart(15, '0');
      return (await database.allDocs({ startkey, limit: 100, include_docs: true })).rows.length;
    },
    conversation: null,
    async expire(before) {
      const { rows } = await database.allDocs({ endkey: String(before).padStart(15, '0') });
      await database.bulkDocs(rows.map(({ id, value }) => ({ _id: id, _rev: value.rev, _deleted: true })));
    },
    async destroy() {
      await database.destroy();
    },
  };
}

/** `chrome.storage.local` with a key for each message: whatever is looked for, everything has to be read. */
export async function keyedStorage(): Promise<RecordStore> {
  const { local } = chrome.storage;
  const put = (records: readonly StoredMessage[]) =>
    local.set(Object.fromEntries(records.map((record) => [`bench/${record.id}`, record])));
  const all = async () =>
    Object.entries(await local.get<Record<string, StoredMessage>>()).filter(([key]) =>
      key.startsWith('bench/'),
    );
  const select = async (isWanted: (record: StoredMessage) => boolean) =>
    (await all()).filter(([, record]) => isWanted(record));
  const remove = (entries: readonly (readonly [string, unknown])[]) =>
    local.remove(entries.map(([key]) => key));
  return {
    fill: put,
    put: (record) => put([record]),
    async first(from) {
      const found = await select(({ sendTime }) => sendTime.earliest >= from);
      const inOrder = found.sort(([, a], [, b]) => a.sendTime.earliest - b.sendTime.earliest);
      return inOrder.slice(0, 100).length;
    },
    conversation: async (_account, conversation) =>
      (await select((record) => record.conversation === conversation)).length,
    expire: async (before) => remove(await select(({ sendTime }) => sendTime.earliest < before)),
    destroy: async () => remove(await all()),
  };
}

/** `chrome.storage.local` with one object for everything: each message writes all of them again. */
export async function oneObjectStorage(): Promise<RecordStore> {
  const { local } = chrome.storage;
  const read = async (): Promise<Record<string, StoredMessage>> => {
    const { all = {} } = await local.get<{ all?: Record<string, StoredMessage> }>('all');
    return all;
  };
  const put = async (records: readonly StoredMessage[]) =>
    local.set({ all: { ...(await read()), ...Object.fromEntries(records.map((one) => [one.id, one])) } });
  return {
    fill: put,
    put: (record) => put([record]),
    async first(from) {
      const found = Object.values(await read()).filter(({ sendTime }) => sendTime.earliest >= from);
      return found.sort((a, b) => a.sendTime.earliest - b.sendTime.earliest).slice(0, 100).length;
    },
    conversation: async (_account, conversation) =>
      Object.values(await read()).filter((record) => record.conversation === conversation).length,
    async expire(before) {
      const kept = Object.entries(await read()).filter(([, { sendTime }]) => sendTime.earliest >= before);
      await local.set({ all: Object.fromEntries(kept) });
    },
    destroy: () => local.remove('all'),
  };
}
