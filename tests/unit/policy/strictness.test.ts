import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import { RULE_KEYS, RULES, type RuleKey, type RuleValues } from '../../../src/domain/policy/rules.ts';
import { ANY_VALUE } from '../../support/policies.ts';

/** A rule with its values, in one type: so that what is said about all rules can be said once. */
function withRule<R>(key: RuleKey, say: <V>(rule: Rule<V>, values: fc.Arbitrary<V>) => R): R {
  const typed = <K extends RuleKey>(name: K): R => say<RuleValues[K]>(RULES[name], ANY_VALUE[name]);
  return typed(key);
}

const ORDERED = RULE_KEYS.filter((key) => RULES[key].order !== 'none').map((key) => [key] as const);
/** Of which any number of words can be added, so that there is no strictest list. */
const ENDLESS: readonly RuleKey[] = ['cautionWords', 'holidays', 'customItems'];

describe('every rule', () => {
  it.each(RULE_KEYS.map((key) => [key] as const))(
    '%s takes its own standard and its strictest value',
    (key) => {
      const { schema, standard, strictest } = RULES[key];
      expect([v.is(schema, standard), v.is(schema, strictest)]).toEqual([true, true]);
    },
  );

  it.each(RULE_KEYS.map((key) => [key] as const))('%s reads every valid value as it is', async (key) => {
    await withRule(key, (rule, values) =>
      fc.assert(
        fc.property(values, fc.boolean(), (value, isFloor) => {
          const { value: read, flaws } = rule.read(value, isFloor);
          expect(read).toEqual(value);
          expect(flaws.filter(({ kind }) => kind !== 'unknown')).toEqual([]);
        }),
      ),
    );
  });

  it('is one of those that somebody has thought about the strictness of', () => {
    expect(RULE_KEYS.filter((key) => RULES[key].order === 'none')).toEqual([
      'approvers',
      'correctionText',
      'contactNames',
      'journalExcerpt',
      'windows',
      'region',
      'warn',
      'retentionDays',
      'language',
      'journalRetentionDays',
      'anchors',
      'apologyTexts',
    ]);
  });
});

describe('two values of one rule', () => {
  it.each(ORDERED)(
    '%s: joined they are at least as strict as each, in either order, and once is enough',
    async (key) => {
      await withRule(key, ({ order }, values) =>
        fc.assert(
          fc.property(values, values, (a, b) => {
            if (order === 'none') return;
            const joined = order.join(a, b);
            expect([order.isAtLeast(joined, a), order.isAtLeast(joined, b)]).toEqual([true, true]);
            expect(order.join(b, a)).toEqual(joined);
            expect(order.join(joined, b)).toEqual(joined);
            expect(order.join(joined, joined)).toEqual(joined);
          }),
        ),
      );
    },
  );

  it.each(ORDERED)('%s: what is at least as strict as a stricter one is so as a laxer one', async (key) => {
    await withRule(key, ({ order }, values) =>
      fc.assert(
        fc.property(values, values, values, (a, b, c) => {
          if (order === 'none') return;
          expect(order.isAtLeast(a, a)).toBe(true);
          const ab = order.join(a, b);
          const abc = order.join(ab, c);
          expect(order.isAtLeast(abc, a)).toBe(true);
        }),
      ),
    );
  });

  it.each(ORDERED.filter(([key]) => !ENDLESS.includes(key)))(
    '%s: nothing is stricter than the strictest',
    async (key) => {
      await withRule(key, ({ order, strictest, overlay, standard }, values) =>
        fc.assert(
          fc.property(values, (value) => {
            if (order === 'none') return;
            // Names that nobody knows are as strict as they like: nothing reads them.
            const known = overlay(value, strictest);
            expect(order.isAtLeast(known, value)).toBe(true);
            expect(order.isAtLeast(strictest, standard)).toBe(true);
          }),
        ),
      );
    },
  );
});

describe('which of two is stricter', () => {
  const compare = <K extends RuleKey>(key: K, a: RuleValues[K], b: RuleValues[K]) => {
    const { order }: Rule<RuleValues[K]> = RULES[key];
    return order === 'none' ? [] : [order.isAtLeast(a, b), order.isAtLeast(b, a)];
  };

  it.each([
    ['enforce over observe', compare('lock', 'enforce', 'observe')],
    ['observe over off', compare('network', 'observe', 'off')],
    ['100 people over 1,000', compare('largeAudience', 100, 1_000)],
    ['30 minutes ahead over 5', compare('leadMinutes', 30, 5)],
    ['10 seconds over 5', compare('coolDownSeconds', 10, 5)],
    ['always over large', compare('secondPerson', 'always', 'large')],
    ['large over never', compare('secondPerson', 'large', 'never')],
    ['a name over a mere reason', compare('override', 'reason-and-name', 'reason')],
    ['no way out over one with a name', compare('override', 'never', 'reason-and-name')],
    ['a usually narrowed audience over an unknown one', compare('usualAudience', 'narrowed', 'unknown')],
    ['an unknown audience over all friends', compare('usualAudience', 'unknown', 'all')],
    ['two words over one of them', compare('cautionWords', ['a', 'b'], ['b'])],
    ['a holiday over none', compare('holidays', ['2027-01-01'], [])],
    ['own hosts over any host', compare('ownLinkHosts', ['komugi.jp'], null)],
    ['one host over two', compare('ownLinkHosts', ['komugi.jp'], ['komugi.jp', 'lin.ee'])],
    ['a subdomain over the whole host', compare('ownLinkHosts', ['shop.komugi.jp'], ['komugi.jp'])],
    ['no host over one', compare('ownLinkHosts', [], ['komugi.jp'])],
    ['the night over an hour of it', compare('quietHours', { from: 1_260, to: 480 }, { from: 0, to: 60 })],
    ['an hour over none', compare('quietHours', { from: 0, to: 60 }, { from: 300, to: 300 })],
    ['all day over all but a minute', compare('quietHours', { from: 0, to: 1_440 }, { from: 0, to: 1_439 })],
    ['block over warn', compare('checkLevels', { 'voom-on': 'block' }, { 'voom-on': 'warn' })],
    ['inform over off', compare('checkLevels', { 'voom-on': 'inform' }, { 'voom-on': 'off' })],
    ['a level over none', compare('checkLevels', { 'voom-on': 'off' }, {})],
    ['always asked over when large', compare('items', { test: 'always' }, { test: 'large' })],
    ['a longer margin', compare('marginSeconds', 120, 60)],
  ])('%s', (_what, both) => {
    expect(both).toEqual([true, false]);
  });

  it.each([
    ['other words', compare('cautionWords', ['a'], ['b'])],
    ['other hours', compare('quietHours', { from: 0, to: 60 }, { from: 60, to: 120 })],
    ['other hosts', compare('ownLinkHosts', ['komugi.jp'], ['matsukomugi.jp'])],
    ['other checks', compare('checkLevels', { 'voom-on': 'block' }, { 'ab-test': 'block' })],
  ])('neither, of %s', (_what, both) => {
    expect(both).toEqual([false, false]);
  });

  it('hours are joined over midnight and to the shortest stretch that covers both', () => {
    const { order } = RULES.quietHours;
    if (order === 'none') throw new Error('hours have an order');
    expect(order.join({ from: 1_320, to: 60 }, { from: 420, to: 480 })).toEqual({ from: 1_320, to: 480 });
    // Two stretches are as short as each other: the same is taken either way round.
    const [night, noon] = [
      { from: 0, to: 60 },
      { from: 720, to: 780 },
    ];
    expect([order.join(night, noon), order.join(noon, night)]).toEqual([
      { from: 0, to: 780 },
      { from: 0, to: 780 },
    ]);
    expect(order.join({ from: 0, to: 720 }, { from: 720, to: 0 })).toEqual({ from: 0, to: 1_440 });
    expect(order.join({ from: 300, to: 300 }, { from: 600, to: 600 })).toEqual({ from: 0, to: 0 });
  });
});
