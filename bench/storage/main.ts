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
const PUTS = 15;
const BURST = 50;
const READS = 15;
const SLICE = 10_000;

const BURSTS = 5;
/** Whoever takes this long has been measured well enough. */
const ENOUGH_MS = 5_000;

/** What one store took for each thing, ms of waiting, once for each time; what it cannot do is missing. */
export type StoreTimes = Readonly<Record<string, readonly number[]>>;

/** Fills a store, uses it and removes it. */
async function measure(name: StoreName, count: number): Promise<StoreTimes> {
  const now = Date.now();
  const before = await bytesUsed();
  const store = await STORES[name]();
  const times: Record<string, readonly number[]> = {};
  const time = async (what: string, repeats: number, act: (index: number) => Promise<unknown>) => {
    const each: number[] = [];
    const began = performance.now();
    for (let index = 0; index < repeats && performance.now() - began < ENOUGH_MS; index += 1) {
      const start = performance.now();
      await act(index);
      each.push(performance.now() - start);
    }
    times[what] = each;
  };
  for (let from = 0; from < count; from += SLICE)
    await store.fill(recordsFrom(from, Math.min(SLICE, count - from), now));
  times['bytes'] = [((await bytesUsed()) - before) / count];
  // Ids that are not there yet, among times that are.
  const newer = (index: number): StoredMessage => recordAt(-1 - index, now - 4 * HOUR_MS);
  await store.put(newer(0));
  await time('put', PUTS, (index) => store.put(newer(1 + index)));
  // One that writes everything for each message would need half a minute.
  const isSlow = Math.max(...(times['put'] ?? [])) * BURST > 2 * ENOUGH_MS;
  await time('burst', isSlow ? 0 : BURSTS, (burst) =>
    Promise.all(Array.from({ length: BURST }, (_, index) => store.put(newer(100 + burst * BURST + index)))),
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
