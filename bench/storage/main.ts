import type { StoredMessage } from '../../src/domain/unsend/sent-message.ts';
import { mattaStore } from './matta-store.ts';
import { dexieStore, keyedStorage, oneObjectStorage, pouchStore } from './peer-stores.ts';
import { bareLimitStore, usualRawStore } from './raw-stores.ts';
import type { RecordStore } from './record-store.ts';
import { recordAt, recordsFrom } from './records.ts';
import type { StoreName } from './store-names.ts';

const STORES: Readonly<Record<StoreName, () => Promise<RecordStore>>> = {
  bareLimit: bareLimitStore,
  usualRaw: usualRawStore,
  matta: mattaStore,
  dexie: dexieStore,
  pouchdb: pouchStore,
  storageKeys: keyedStorage,
  storageObject: oneObjectStorage,
};

const HOUR_MS = 3_600_000;
const PUTS = 10;
const BURST = 50;
const READS = 5;
const SLICE = 10_000;

/** What one store took for each thing, ms of waiting; what it cannot do is missing. */
export type StoreTimes = Readonly<Record<string, number>>;

/** Fills a store, uses it and removes it. */
async function measure(name: StoreName, count: number): Promise<StoreTimes> {
  const now = Date.now();
  const before = await bytesUsed();
  const store = await STORES[name]();
  const times: Record<string, number> = {};
  const time = async (what: string, repeats: number, act: (index: number) => Promise<unknown>) => {
    const start = performance.now();
    for (let index = 0; index < repeats; index += 1) await act(index);
    times[what] = (performance.now() - start) / repeats;
  };
  for (let from = 0; from < count; from += SLICE)
    await store.fill(recordsFrom(from, Math.min(SLICE, count - from), now));
  times['bytes'] = ((await bytesUsed()) - before) / count;
  // Ids that are not there yet, among times that are.
  const newer = (index: number): StoredMessage => recordAt(-1 - index, now - 4 * HOUR_MS);
  await store.put(newer(0));
  await time('put', PUTS, (index) => store.put(newer(1 + index)));
  await time('burst', 1, () =>
    Promise.all(Array.from({ length: BURST }, (_, index) => store.put(newer(100 + index)))),
  );
  await store.first(now - HOUR_MS);
  await time('first100', READS, () => store.first(now - HOUR_MS));
  const { account, conversation } = recordAt(count / 2, now);
  if (store.conversation !== null) {
    const read = store.conversation;
    await time('conversation', READS, () => read(account, conversation));
  }
  if (count <= SLICE) await time('expire', 1, () => store.expire(recordAt(count / 2, now).sendTime.earliest));
  await store.destroy();
  return times;
}

async function bytesUsed(): Promise<number> {
  const [{ usage = 0 }, own] = await Promise.all([
    navigator.storage.estimate(),
    chrome.storage.local.getBytesInUse(null),
  ]);
  return usage + own;
}

/** What the script leaves in the page. */
export interface StorageBench {
  readonly measure: typeof measure;
}

Object.defineProperty(window, 'storageBench', { value: { measure } satisfies StorageBench });

declare global {
  interface Window {
    readonly storageBench: StorageBench;
  }
}
