import { keptValues } from '../platform/kept-values.ts';
import type { StorageArea } from './storage-area.ts';

/** What is used of a place in which something is kept from one start of the worker to the next. */
export type KeepingArea = Pick<StorageArea, 'get' | 'set'>;

/**
 * Values of a database in the form of a storage area. The browser's own tools write into storage areas by a double click; values of a
 * database they can only remove. For one writer alone: what was read or written once is known from then on.
 * @param factory `indexedDB`; @param database its name
 */
export function keptArea(factory: IDBFactory, database: string): KeepingArea {
  const values = keptValues(factory, database);
  const known = new Map<string, unknown>();
  const read = async (name: string): Promise<unknown> => {
    if (!known.has(name)) {
      const value = await values.get(name);
      // Written meanwhile: that is newer.
      if (!known.has(name)) known.set(name, value);
    }
    return known.get(name);
  };
  return {
    get: async (keys) =>
      Object.fromEntries(
        await Promise.all(
          [keys].flat().map(async (name): Promise<[string, unknown]> => [name, await read(name)]),
        ),
      ),
    set: async (items) => {
      for (const [name, value] of Object.entries(items)) {
        // What a failed writing left is not known: the next reading looks.
        known.delete(name);
        await values.put(name, value);
        known.set(name, value);
      }
    },
  };
}
