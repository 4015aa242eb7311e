import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { JOURNAL_UPGRADES, type JournalSchema } from '../../../src/storage/journal-schema.ts';
import { openDatabase, type Upgrade } from '../../../src/storage/open-database.ts';

const open = (factory: IDBFactory, upgrades: readonly Upgrade[]) =>
  openDatabase<JournalSchema>(factory, 'matta-journal-1', upgrades, () => undefined);

async function formOf(factory: IDBFactory) {
  const database = unwrap(await open(factory, JOURNAL_UPGRADES));
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
  { name: 'digestKeys', keyPath: null, indexes: [] },
  {
    name: 'entries',
    keyPath: 'seq',
    indexes: [
      ['accountKind', ['account', 'kind', 'seq'], false],
      ['attempt', ['attempt', 'seq'], false],
      ['once', 'once', true],
    ],
  },
  { name: 'head', keyPath: null, indexes: [] },
  { name: 'keys', keyPath: null, indexes: [] },
];

describe('the form of the journal’s database', () => {
  it.each(JOURNAL_UPGRADES.map((_, index) => index))(
    'is the newest one, coming from version %i',
    async (version) => {
      const factory = new IDBFactory();
      if (version > 0) (await open(factory, JOURNAL_UPGRADES.slice(0, version))).close();
      expect(await formOf(factory)).toEqual(NEWEST_FORM);
    },
  );
});
