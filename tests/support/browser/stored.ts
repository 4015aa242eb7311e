import * as v from 'valibot';
import { type StoredMessage, storedMessageSchema } from '../../../src/domain/unsend/sent-message.ts';
import type { Matta } from './launch-matta.ts';

/** Everything that Matta keeps in this browser. */
export interface Stored {
  /** Every record of every database: database name, then store name. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
}

/** Reads databases and storage areas as they are, past Matta's own code. */
export async function everythingStored(matta: Matta): Promise<Stored> {
  const worker = await matta.worker();
  return worker.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const contentOf = async (name: string) => {
      const database = await settled(indexedDB.open(name));
      const content: Record<string, unknown[]> = {};
      for (const store of database.objectStoreNames)
        content[store] = await settled(database.transaction(store).objectStore(store).getAll());
      database.close();
      return content;
    };
    const databases: Record<string, Record<string, unknown[]>> = {};
    for (const { name } of await indexedDB.databases())
      if (name !== undefined) databases[name] = await contentOf(name);
    const [local, session] = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]);
    return { databases, local, session };
  });
}

/** The stored messages in order of sending, each checked for its form. */
export async function storedMessages(matta: Matta): Promise<readonly StoredMessage[]> {
  const { databases } = await everythingStored(matta);
  return v.parse(v.array(storedMessageSchema), databases['matta-sent-1']?.['messages'] ?? []);
}
