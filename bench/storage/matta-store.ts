import { DEFAULT_POLICY } from '../../src/domain/policy/policy.ts';
import { windowGroups } from '../../src/domain/unsend/window-groups.ts';
import { DatabaseKeeper } from '../../src/storage/database-keeper.ts';
import { readFrom } from '../../src/storage/sent-message-records.ts';
import { SentMessages } from '../../src/storage/sent-messages.ts';
import { SENT_MESSAGES_UPGRADES, type SentMessagesSchema } from '../../src/storage/sent-messages-schema.ts';
import { readUrgent } from '../../src/storage/urgent-messages.ts';
import type { RecordStore } from './record-store.ts';

const FORM = { prefix: 'bench-matta', key: 'bench-sent', upgrades: SENT_MESSAGES_UPGRADES };
/** So many at once are what a burst of content scripts would be. */
const FILL_SLICE = 2_000;

/** Matta's own store, the module that the worker has, with everything around it: patches, mirror, damage control. */
export async function mattaStore(): Promise<RecordStore> {
  const clock = { now: () => Date.now() };
  const { local, session } = chrome.storage;
  const keeper = new DatabaseKeeper<SentMessagesSchema>(FORM, { factory: indexedDB, local, session, clock });
  const store = new SentMessages({
    keeper,
    session,
    clock,
    readNow: async () => clock.now(),
    readPolicy: async () => DEFAULT_POLICY,
    report: (error) => console.error(error),
  });
  const put: RecordStore['put'] = (record) => store.record(record, [{ ...record, seenAt: record.lastSeen }]);
  return {
    async fill(records) {
      for (let from = 0; from < records.length; from += FILL_SLICE) {
        await keeper.run(async (database) => {
          const transaction = database.transaction('messages', 'readwrite', { durability: 'relaxed' });
          for (const record of records.slice(from, from + FILL_SLICE)) void transaction.store.put(record);
          await transaction.done;
        }, 'write');
      }
    },
    put,
    // From the database: what the mirror answers is measured with the worker.
    first: () =>
      keeper.run(async (database) => {
        const now = clock.now();
        const groups = windowGroups(DEFAULT_POLICY, now);
        return (await readUrgent(readFrom(database), groups, now, 100)).length;
      }),
    conversation: (account, conversation) =>
      keeper.run(async (database) => {
        const range = IDBKeyRange.bound([account, conversation], [account, conversation, []]);
        return (await database.getAllFromIndex('messages', 'conversation', range)).length;
      }),
    async expire(before) {
      await store.prune(before);
    },
    async destroy() {
      // Whatever still refreshes the mirror shall not meet a database that is gone.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const name = await keeper.run(async (database) => {
        database.close();
        return database.name;
      });
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = resolve;
      });
      await session.clear();
    },
  };
}
