import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../src/domain/journal/excerpt.ts';
import { EXCERPTS } from '../../../../src/domain/policy/excerpts.ts';
import { anyBroadcast, broadcastOf, textBubble } from '../../../support/broadcasts.ts';

const saying = (...texts: readonly string[]) => broadcastOf({ bubbles: texts.map(textBubble) });

describe('what the journal keeps of a text', () => {
  it.each([
    ['none', undefined],
    ['first20', '冬の新作パンが並びます🥐。\n明日の朝7時'],
    ['full', '冬の新作パンが並びます🥐。\n明日の朝7時から。'],
  ] as const)('is by the rule %s: %j', (rule, kept) => {
    expect(excerptOf(saying('冬の新作パンが並びます🥐。', ' ', '明日の朝7時から。'), rule)).toBe(kept);
  });

  it('is nothing where there is no text, and never more than an entry may hold', async () => {
    expect(excerptOf(saying(' '), 'full')).toBeUndefined();
    await fc.assert(
      fc.property(anyBroadcast, fc.constantFrom(...EXCERPTS), (broadcast, rule) => {
        const kept = excerptOf(broadcast, rule) ?? '';
        expect(kept.length).toBeLessThanOrEqual(6_000);
        if (rule === 'none') expect(kept).toBe('');
        if (rule === 'first20') expect([...kept].length).toBeLessThanOrEqual(20);
      }),
    );
    expect(excerptOf(saying('🥐'.repeat(5_000)), 'full')).toHaveLength(6_000);
  });
});
