import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast/broadcast.ts';
import { contentText, fingerprintText } from '../../../../src/domain/broadcast/fingerprint.ts';
import { basicId, broadcastOf, nearlySame, textBubble } from '../../../support/broadcasts.ts';

const anyPeople = fc.option(fc.nat({ max: 3 }));

describe('the text of a fingerprint', () => {
  it.each<[string, Partial<Broadcast>]>([
    ['account', { account: basicId('@other') }],
    ['unknown account', { account: null }],
    ['audience', { audience: { kind: 'narrowed', name: null, target: '{"all":true}', limit: null } }],
    ['target', { audience: { kind: 'all', name: null, target: '{"all":false}', limit: null } }],
    ['limit', { audience: { kind: 'all', name: null, target: '{"all":true}', limit: 5 } }],
    ['schedule', { schedule: { kind: 'at', at: 1 } }],
    ['text', { bubbles: [textBubble('12月1日(水)より冬の新作パンが並びます。')] }],
    ['number of bubbles', { bubbles: [] }],
    ['posting to VOOM', { voom: true }],
    ['A/B test', { abTest: true }],
    ['readability', { readable: false }],
  ])('is another for another %s', (_what, change) => {
    expect(fingerprintText(broadcastOf(change), 5)).not.toBe(fingerprintText(broadcastOf(), 5));
  });

  it('is another for another number of people', () => {
    expect(fingerprintText(broadcastOf(), 5)).not.toBe(fingerprintText(broadcastOf(), 6));
    expect(fingerprintText(broadcastOf(), 0)).not.toBe(fingerprintText(broadcastOf(), null));
  });

  it('does not depend on the order in which an object was put together', () => {
    const reversed = Object.fromEntries(Object.entries(broadcastOf()).reverse()) as Broadcast;
    expect(fingerprintText(reversed, 1)).toBe(fingerprintText(broadcastOf(), 1));
  });

  it('cannot be imitated by a text that looks like the border between two bubbles', () => {
    const two = broadcastOf({ bubbles: [textBubble('a'), textBubble('b')] });
    const one = broadcastOf({ bubbles: [textBubble('a",null,[],null],["text","b')] });
    expect(fingerprintText(one, 1)).not.toBe(fingerprintText(two, 1));
  });

  it('tells halves of surrogate pairs apart, which would have the same bytes', () => {
    const [high, low] = ['\ud83c', '\udf5e'].map((text) => broadcastOf({ bubbles: [textBubble(text)] }));
    const bytes = (broadcast = broadcastOf()) => new TextEncoder().encode(fingerprintText(broadcast, 1));
    expect(bytes(high)).not.toEqual(bytes(low));
  });

  it('is the same for two broadcasts only if they are the same', async () => {
    await fc.assert(
      fc.property(nearlySame, anyPeople, anyPeople, ([a, b], peopleA, peopleB) => {
        const alike = fingerprintText(a, peopleA) === fingerprintText(b, peopleB);
        expect(alike).toBe(isSame([a, peopleA], [b, peopleB]));
      }),
      { numRuns: 300 },
    );
  });
});

test('the text of the content knows the bubbles and nothing else', async () => {
  await fc.assert(
    fc.property(nearlySame, ([a, b]) => {
      expect(contentText({ ...a, bubbles: b.bubbles })).toBe(contentText(b));
      expect(contentText(a) === contentText(b)).toBe(isSame(a.bubbles, b.bubbles));
    }),
  );
});

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
