import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocol } from '../../../src/messaging/protocol.ts';
import { REQUEST_LIMIT } from '../../../src/messaging/serve.ts';
import { bench, ID, line, OWN, outcome, page, REQUESTS, VERBS } from '../../support/requests.ts';
import { seen } from '../../support/sent-messages.ts';

/** Verbs whose request an empty object can be. */
const EMPTY_WILL_DO: readonly string[] = [
  'accounts',
  'export',
  'apologies',
  'pendingApprovals',
  'signedFile',
  'settingsLock',
];

describe('requests that make no sense', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'settings'],
    ['a list', ['settings', {}]],
    ['no payload', { verb: 'accounts' }],
    ['an unknown verb', { verb: 'eraseAll', payload: {} }],
    ['a verb that every object has', { verb: 'constructor', payload: {} }],
    ['the prototype as verb', { verb: '__proto__', payload: {} }],
    ['something extra', { verb: 'accounts', payload: {}, from: 'page' }],
    ['a payload of the wrong shape', { verb: 'unsendable', payload: { limit: 'all' } }],
    ['a payload out of range', { verb: 'unsendable', payload: { limit: 501 } }],
    ['a payload that is too large', { verb: 'accounts', payload: { x: 'x'.repeat(REQUEST_LIMIT) } }],
  ])('%s is invalid', async (_what, message) => {
    const { listen, handled } = bench();
    expect(await listen(message, page)).toEqual({ ok: false, reason: 'invalid' });
    expect(handled).toEqual([]);
  });

  it('a full record of the longest ids is not too large', async () => {
    const messages = Array.from({ length: 200 }, (_, n) => seen(`${n}`.padStart(100, 'x')));
    expect(await outcome('record', { ...OWN, messages }, line())).toBe('ok');
  });

  it('ten thousand malformed messages are answered with a refusal each, and none throws', async () => {
    const { listen, handled, reported } = bench();
    const verb = fc.oneof(fc.string(), fc.constantFrom(...VERBS, '__proto__', 'toString'));
    const payload = fc.anything({
      withBigInt: true,
      withSparseArray: true,
      withNullPrototype: true,
      withMap: true,
    });
    const message = fc.oneof(payload, fc.record({ verb, payload }));
    const accepted = (message: unknown): boolean => {
      const { verb, payload } = Object(message);
      return Object.hasOwn(protocol, verb) && EMPTY_WILL_DO.includes(verb) && typeof payload === 'object';
    };
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(page, line()), async (message, sender) => {
        const answer = await listen(message, sender);
        expect(answer.ok === false || accepted(message)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(handled.every((verb) => EMPTY_WILL_DO.includes(verb))).toBe(true);
    expect(reported.length).toBeGreaterThan(9_000);
  });

  it('senders of any shape are refused', async () => {
    const { listen } = bench();
    const sender = fc.record(
      {
        id: fc.oneof(fc.constant(ID), fc.string()),
        origin: fc.oneof(fc.string(), fc.webUrl()),
        url: fc.string(),
        tab: fc.record({ id: fc.integer(), url: fc.string() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(sender, fc.constantFrom(...VERBS), async (raw, verb) => {
        expect(await listen({ verb, payload: REQUESTS[verb] }, raw)).toEqual({
          ok: false,
          reason: 'refused',
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
