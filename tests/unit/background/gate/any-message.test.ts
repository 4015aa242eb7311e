import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isReason } from '../../../../src/domain/broadcast/typed-letters.ts';
import { gateVerbs } from '../../../../src/messaging/gate-protocol.ts';
import { journalVerbs } from '../../../../src/messaging/journal-protocol.ts';
import type { Verb } from '../../../../src/messaging/protocol.ts';
import type { RawSender } from '../../../../src/messaging/sender.ts';
import { type Handlers, serve } from '../../../../src/messaging/serve.ts';
import { GateBench } from '../../../support/gate-bench.ts';
import { ID, line, manager, managerFrame, page, REQUESTS } from '../../../support/requests.ts';

const VERBS = [...Object.keys(gateVerbs), ...Object.keys(journalVerbs)] as Verb[];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** A worker with the real gate; its other verbs are not asked here. */
function worker() {
  const bench = new GateBench();
  const failures: unknown[] = [];
  const listen = serve(bench.gate.answers as unknown as Handlers, {
    extensionId: ID,
    report: (reason, detail) => {
      if (reason === 'failed') failures.push(detail);
    },
  });
  return { bench, listen, failures };
}

const junk = fc.oneof(
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom('', 'a'.repeat(32), '@bakery', null, -1, 0, 1e9, 'x'.repeat(500)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Every place of a payload, as the keys that lead there. */
function placesOf(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...way, key]))];
}

function replaced(value: unknown, way: readonly string[], by: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return by;
  const inner: unknown = Reflect.get(Object(value), key);
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
  return Object.assign(copy, { [key]: replaced(inner, rest, by) });
}

/** A well-formed request with up to two places spoilt, which often leaves it well-formed. */
const message = fc
  .record({
    verb: fc.constantFrom(...VERBS),
    at: fc.array(fc.nat(), { maxLength: 2 }),
    by: fc.array(junk, { minLength: 2, maxLength: 2 }),
  })
  .map(({ verb, at, by }) => {
    const payload = at.reduce<unknown>((spoilt, place, index) => {
      const places = placesOf(spoilt);
      return replaced(spoilt, places[place % places.length] ?? [], by[index]);
    }, REQUESTS[verb]);
    return { verb, payload };
  });

const senders: readonly (readonly [string, RawSender])[] = [
  ['the manager’s page', manager],
  ['a frame inside it', managerFrame],
  ['the chat', line()],
  ['a page of ours', page],
  ['a stranger', { ...manager, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
];

describe('ten thousand messages, most of them spoilt, from', () => {
  it.each(senders)(
    '%s: each is answered, none throws, and nothing is opened but what may be',
    async (_who, sender) => {
      const { bench, listen, failures } = worker();
      let judged = 0;
      await fc.assert(
        fc.asyncProperty(message, async (spoilt) => {
          const answer = await listen(spoilt, sender);
          expect(typeof answer.ok).toBe('boolean');
          const given = bench.rules.added.slice(judged);
          judged = bench.rules.added.length;
          if (given.length > 0) expect(mayOpen(spoilt, sender)).toBe(true);
          expect(answer.ok && isForeign(spoilt.verb, sender)).toBe(false);
        }),
        { numRuns: 10_000 },
      );
      expect(failures).toEqual([]);
      expect(bench.reported).toEqual([]);
    },
    60_000,
  );
});

/** A draft may be let go by every content script of the manager, and the way out is open with a reason. */
function mayOpen({ verb, payload }: { verb: Verb; payload: unknown }, sender: RawSender): boolean {
  if (sender !== manager && sender !== managerFrame) return false;
  if (verb === 'armHarmless') return true;
  const { reason } = Object(payload);
  return verb === 'overrideAttempt' && sender === manager && typeof reason === 'string' && isReason(reason);
}

function isForeign(verb: Verb, sender: RawSender): boolean {
  const isJournal = verb.startsWith('journal');
  return isJournal ? sender !== page : sender !== manager && sender !== managerFrame;
}
