import * as v from 'valibot';
import { type StoredEntry, storedEntrySchema } from '../../../src/domain/journal/entry.ts';
import type { Matta } from './launch-matta.ts';
import { everythingStored } from './stored.ts';

/** The entries of the journal, oldest first, each checked for its form. */
export async function storedJournal(matta: Matta): Promise<readonly StoredEntry[]> {
  const { databases } = await everythingStored(matta);
  const name = Object.keys(databases).find((known) => known.startsWith('matta-journal'));
  return v.parse(v.array(storedEntrySchema), name === undefined ? [] : databases[name]?.['entries']);
}
