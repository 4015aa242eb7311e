import * as fc from 'fast-check';
import * as v from 'valibot';
import { type BasicId, basicIdSchema } from '../../src/domain/broadcast/basic-id.ts';
import {
  type AttemptId,
  attemptIdSchema,
  type Broadcast,
  BUBBLE_KINDS,
  type Bubble,
} from '../../src/domain/broadcast/broadcast.ts';
import type { ExtractedValue, FoundLink } from '../../src/domain/broadcast/checklist.ts';

export function basicId(text: string): BasicId {
  return v.parse(basicIdSchema, text);
}

/** The n-th attempt of a test. */
export function attemptId(n: number): AttemptId {
  return v.parse(attemptIdSchema, n.toString(16).padStart(32, '0'));
}

export const BAKERY = basicId('@bakery');

export function textBubble(text: string): Bubble {
  return { kind: 'text', text, name: null, links: [], key: null };
}

/** A bakery's broadcast to all friends, at once, as its request says it, unless told otherwise. */
export function broadcastOf(change: Partial<Broadcast> = {}): Broadcast {
  return {
    account: BAKERY,
    schedule: { kind: 'now' },
    audience: { kind: 'all', name: null, target: '{"all":true}', limit: null },
    bubbles: [textBubble('12月1日(火)より冬の新作パンが並びます。')],
    voom: false,
    abTest: false,
    readable: true,
    ...change,
  };
}

export function extractedValue(id: string): ExtractedValue {
  return { id, kind: 'date', text: '12月1日', before: '', after: 'より' };
}

export function linkOf(id: string, url: string | null = 'https://example.jp/'): FoundLink {
  return { id, text: 'example.jp', url };
}

/** Any piece of a text, halves of surrogate pairs among them. */
export const anyCodeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

const shortText = fc.string({ unit: anyCodeUnit, maxLength: 6 });
const flag = fc.constantFrom(true, false, null);

/** Any broadcast, with few values for each field, so that two of them are often nearly the same. */
export const anyBroadcast: fc.Arbitrary<Broadcast> = fc.record({
  account: fc.constantFrom(BAKERY, basicId('@other'), null),
  schedule: fc.oneof(
    fc.constantFrom({ kind: 'now' } as const, { kind: 'unclear' } as const),
    fc.record({ kind: fc.constant('at' as const), at: fc.integer({ min: 0, max: 200_000 }) }),
  ),
  audience: fc.record({
    kind: fc.constantFrom('all', 'narrowed', 'unclear'),
    name: fc.option(shortText),
    target: fc.constantFrom('', '{"a":1}', '{"a":2}'),
    limit: fc.constantFrom(null, 0, 100),
  }),
  bubbles: fc.array(
    fc.record({
      kind: fc.constantFrom(...BUBBLE_KINDS),
      text: shortText,
      name: fc.option(shortText),
      links: fc.array(shortText, { maxLength: 2 }),
      key: fc.option(shortText),
    }),
    { maxLength: 3 },
  ),
  voom: flag,
  abTest: flag,
  readable: fc.boolean(),
});

const FIELDS = ['account', 'schedule', 'audience', 'voom', 'abTest', 'readable'] as const;
const BUBBLE_FIELDS = ['kind', 'text', 'name', 'links', 'key'] as const;

/** Two broadcasts, the second made of the first by changing a few fields, or none. */
export const nearlySame: fc.Arbitrary<readonly [Broadcast, Broadcast]> = fc
  .record({
    before: anyBroadcast,
    other: anyBroadcast,
    fields: fc.subarray([...FIELDS], { maxLength: 2 }),
    bubbleFields: fc.subarray([...BUBBLE_FIELDS], { maxLength: 1 }),
  })
  .map(({ before, other, fields, bubbleFields }) => {
    const bubbles = before.bubbles.map((bubble, index) => ({
      ...bubble,
      ...picked(other.bubbles[index] ?? bubble, bubbleFields),
    }));
    return [before, { ...before, bubbles, ...picked(other, fields) }];
  });

function picked<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
