import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import type { SeenMessage } from '../../../src/domain/unsend/sent-message.ts';
import type { SentMessages } from '../../../src/storage/sent-messages.ts';
import {
  everything,
  messageId,
  room,
  StoreBench,
  seen,
  sendTime,
  TEN_O_CLOCK,
} from '../../support/sent-messages.ts';

interface Sighting {
  readonly room: number;
  readonly message: SeenMessage;
}

const sighting: fc.Arbitrary<Sighting> = fc
  .record({
    n: fc.integer({ min: 0, max: 7 }),
    source: fc.constantFrom('id' as const, 'observed' as const, 'clock' as const),
    off: fc.integer({ min: 0, max: 3 }),
    seenAfter: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom('text' as const, 'other' as const, 'broadcast' as const),
  })
  .map(({ n, source, off, seenAfter, kind }) => {
    // What is read may differ from sighting to sighting.
    const at = TEN_O_CLOCK + n * 10 * SECOND + off * MINUTE;
    const message = { sendTime: sendTime(at, source), kind, seenAt: TEN_O_CLOCK + seenAfter * MINUTE };
    return { room: n % 2, message: seen(`m${n}`, message) };
  });

/** What one tab reports, request by request. */
const tab = fc.array(fc.array(sighting, { minLength: 1, maxLength: 3 }), { maxLength: 6 });

const records = (store: SentMessages, request: readonly Sighting[]) =>
  request.map((one) => store.record(room(one.room), [one.message]));

async function content(bench: StoreBench) {
  const store = bench.start();
  const stored = await everything(store);
  const urgent = await store.unsendable.mostUrgent(500);
  return { stored, urgent: urgent.map(({ message }) => message.id) };
}

const step = fc.record({ tab: fc.nat(), awaited: fc.boolean(), dies: fc.boolean(), repeated: fc.boolean() });

/** One tab's requests after the other's, each once, with one worker. */
async function recordOrderly(bench: StoreBench, tabs: readonly (readonly Sighting[][])[]): Promise<void> {
  const store = bench.start();
  for (const request of tabs.flat()) await Promise.all(records(store, request));
}

/** The same requests in another order, some repeated, some at once, with workers that die in between. */
async function recordWildly(
  bench: StoreBench,
  tabs: readonly (readonly Sighting[][])[],
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
): Promise<void> {
  let worker = bench.start();
  const queues = tabs.map((requests) => [...requests]);
  const underWay: Promise<unknown>[] = [];
  for (const { tab, awaited, dies, repeated } of steps) {
    const queue = queues[tab % queues.length] ?? [];
    const request = (repeated ? queue[0] : queue.shift()) ?? [];
    underWay.push(...records(worker, request));
    if (awaited) await Promise.all(underWay);
    if (dies) worker = bench.start();
  }
  for (const request of queues.flat()) underWay.push(...records(worker, request));
  await Promise.all(underWay);
}

describe('the content of the store', () => {
  it('is the same whatever the order, the repetition, the overlap and the deaths of the worker', async () => {
    const tabs = fc.array(tab, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(tabs, fc.array(step, { maxLength: 40 }), async (requests, steps) => {
        const orderly = new StoreBench(new IDBFactory());
        const wild = new StoreBench(new IDBFactory());
        await recordOrderly(orderly, requests);
        await recordWildly(wild, requests, steps);
        expect(await content(wild)).toEqual(await content(orderly));
      }),
      { numRuns: 120 },
    );
  });

  it('is whole after a death in the middle of a write: everything that was acknowledged is there', async () => {
    const bench = new StoreBench(new IDBFactory());
    const acknowledged: string[] = [];
    for (let life = 0; life < 20; life++) {
      const store = bench.start();
      const writes = Array.from({ length: 10 }, async (_, n) => {
        const id = `${life}-${n}`;
        await store.record(room(1), [seen(id, { sendTime: sendTime(TEN_O_CLOCK + life * 100 + n) })]);
        acknowledged.push(id);
      });
      await Promise.race(writes);
    }
    const ids = (await everything(bench.start())).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(acknowledged.map(messageId)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
