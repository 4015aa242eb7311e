import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasicId } from '../../../src/domain/broadcast/basic-id.ts';
import { policyChanges } from '../../../src/domain/policy/policy-changes.ts';
import type { AccountRuleSet, RuleBook, RuleSet } from '../../../src/domain/policy/rules.ts';
import { basicId } from '../../support/broadcasts.ts';
import { anyRuleBook } from '../../support/policies.ts';

const BAKERY = basicId('@bakery');
const book = (rules: RuleSet, accounts: Readonly<Record<BasicId, AccountRuleSet>> = {}): RuleBook => ({
  rules,
  accounts,
});
const outline = (before: RuleBook, after: RuleBook, silence: 'standard' | 'no-demand' = 'standard') =>
  policyChanges(before, after, silence).map(({ account, key, before: from, after: to, direction }) =>
    [account ?? 'all', key, JSON.stringify(from), JSON.stringify(to), direction].join(' '),
  );

describe('what a change of policy changes', () => {
  it.each<[string, RuleBook, RuleBook, readonly string[]]>([
    [
      'stricter',
      book({ largeAudience: 500 }),
      book({ largeAudience: 100 }),
      ['all largeAudience 500 100 stricter'],
    ],
    ['laxer', book({ lock: 'enforce' }), book({ lock: 'off' }), ['all lock "enforce" "off" laxer']],
    ['neither', book({ region: 'JP' }), book({ region: 'TH' }), ['all region "JP" "TH" other']],
    [
      'stricter in one respect and laxer in another',
      book({ cautionWords: ['a', 'b'] }),
      book({ cautionWords: ['b', 'c'] }),
      ['all cautionWords ["a","b"] ["b","c"] other'],
    ],
    [
      'a new value, against the standard',
      book({}),
      book({ secondPerson: 'large' }),
      ['all secondPerson "never" "large" stricter'],
    ],
    [
      'a value that is gone, against the standard',
      book({ coolDownSeconds: 30 }),
      book({}),
      ['all coolDownSeconds 30 5 laxer'],
    ],
    ['the standard said aloud', book({}), book({ coolDownSeconds: 5 }), []],
    [
      'an account’s own value, against the rule for all',
      book({ largeAudience: 300 }),
      book({ largeAudience: 300 }, { [BAKERY]: { largeAudience: 900 } }),
      ['@bakery largeAudience 300 900 laxer'],
    ],
    [
      'the rule for all, without naming the accounts that follow it',
      book({ largeAudience: 300 }, { [BAKERY]: { coolDownSeconds: 9 } }),
      book({ largeAudience: 100 }, { [BAKERY]: { coolDownSeconds: 9 } }),
      ['all largeAudience 300 100 stricter'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(outline(before, after)).toEqual(expected);
  });

  it('shows the names that were not said with their standards', () => {
    const [change] = policyChanges(book({}), book({ items: { test: 'never' } }));
    expect(change).toMatchObject({
      key: 'items',
      before: { test: 'large', people: 'always' },
      after: { test: 'never', people: 'always' },
      direction: 'laxer',
    });
  });

  it('of a floor: a new demand is stricter and a demand that is gone laxer, whatever the standard', () => {
    const [none, five] = [book({}), book({ coolDownSeconds: 5 })];
    expect(outline(none, five, 'no-demand')).toEqual(['all coolDownSeconds  5 stricter']);
    expect(outline(five, none, 'no-demand')).toEqual(['all coolDownSeconds 5  laxer']);
  });

  it('is nothing between a book and itself, and the other way round between the same two', async () => {
    const back = { stricter: 'laxer', laxer: 'stricter', other: 'other' } as const;
    await fc.assert(
      fc.property(anyRuleBook, anyRuleBook, (a, b) => {
        expect(policyChanges(a, structuredClone(a))).toEqual([]);
        const there = policyChanges(a, b).map((change) => ({ ...change, direction: back[change.direction] }));
        const turned = policyChanges(b, a).map((change) => ({
          ...change,
          before: change.after,
          after: change.before,
        }));
        expect(turned).toEqual(there);
      }),
    );
  });
});
