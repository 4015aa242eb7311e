import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type DBSchema, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { DatabaseBlocked, openDatabase, type Upgrade } from '../../../src/storage/open-database.ts';
import { SENT_MESSAGES_UPGRADES } from '../../../src/storage/sent-messages-schema.ts';

const nothing = () => undefined;
interface Words extends DBSchema {
  words: { key: number; value: string };
}
const open = (factory: IDBFactory, upgrades: readonly Upgrade[], onGone = nothing) =>
  openDatabase<Words>(factory, 'matta-sent-1', upgrades, onGone);

/** The form of a database: its stores, keys and indexes. */
async function formOf(factory: IDBFactory) {
  const database = unwrap(await open(factory, SENT_MESSAGES_UPGRADES));
  const form = [...database.objectStoreNames].map((name) => {
    const store = database.transaction(name).objectStore(name);
    const indexes = [...store.indexNames].map((index) => [
      index,
      store.index(index).keyPath,
      store.index(index).unique,
    ]);
    return { name, keyPath: store.keyPath, indexes };
  });
  database.close();
  return form;
}

/** The form in force, written out once more, so that nobody changes a published upgrade by mistake. */
const NEWEST_FORM = [
  {
    name: 'messages',
    keyPath: ['sendTime.earliest', 'id'],
    indexes: [['conversation', ['account', 'conversation', 'id'], true]],
  },
];

describe('the form of the database', () => {
  const versions = SENT_MESSAGES_UPGRADES.map((_, index) => index);
  it.each(versions)('is the newest one, coming from version %i', async (version) => {
    const factory = new IDBFactory();
    if (version > 0) (await open(factory, SENT_MESSAGES_UPGRADES.slice(0, version))).close();
    expect(await formOf(factory)).toEqual(NEWEST_FORM);
  });

  it('stays when the newest form is opened again', async () => {
    const factory = new IDBFactory();
    await formOf(factory);
    expect(await formOf(factory)).toEqual(NEWEST_FORM);
  });
});

describe('upgrading', () => {
  const steps: readonly Upgrade[] = [
    (database) => void database.createObjectStore('words'),
    (_, transaction) => void transaction.objectStore('words').put('one', 1),
    (_, transaction) => void transaction.objectStore('words').put('two', 2),
  ];

  it.each([0, 1, 2])(
    'from version %i runs the missing steps in order and keeps what was there',
    async (version) => {
      const factory = new IDBFactory();
      if (version > 0) {
        const old = await open(factory, steps.slice(0, version));
        await old.put('words', 'kept', 9);
        old.close();
      }
      const database = await open(factory, steps);
      expect(database.version).toBe(3);
      expect(await database.getAll('words')).toEqual(version > 0 ? ['one', 'two', 'kept'] : ['one', 'two']);
    },
  );

  it('leaves the old form when a step fails', async () => {
    const factory = new IDBFactory();
    (await open(factory, steps.slice(0, 2))).close();
    const failing: Upgrade = (_, transaction) => transaction.abort();
    await expect(open(factory, [...steps.slice(0, 2), failing])).rejects.toMatchObject({
      name: 'AbortError',
    });
    const database = await open(factory, steps.slice(0, 2));
    expect(await database.getAll('words')).toEqual(['one']);
  });

  it('an open connection gives way to a newer version and says so', async () => {
    const factory = new IDBFactory();
    let gone = 0;
    await open(factory, steps.slice(0, 1), () => {
      gone += 1;
    });
    const newer = await open(factory, steps);
    expect(newer.version).toBe(3);
    expect(gone).toBe(1);
  });

  it('does not wait forever for a connection that does not give way', async () => {
    const factory = new IDBFactory();
    const old = factory.open('matta-sent-1', 1);
    await new Promise((resolve) => {
      old.onsuccess = resolve;
    });
    await expect(openDatabase(factory, 'matta-sent-1', steps, nothing, 10)).rejects.toBeInstanceOf(
      DatabaseBlocked,
    );
  });
});
