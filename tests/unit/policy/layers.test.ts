import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasicId } from '../../../src/domain/broadcast/basic-id.ts';
import {
  type EffectivePolicy,
  effectivePolicy,
  gatePolicyFor,
  policyFor,
  rulesFor,
  type SettledRules,
} from '../../../src/domain/policy/effective-policy.ts';
import { FLOORS, type LayerName, type Layers } from '../../../src/domain/policy/layer.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import {
  ACCOUNT_RULE_KEYS,
  type AccountRuleSet,
  RULE_KEYS,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleSet,
  type RuleValues,
  valueIn,
} from '../../../src/domain/policy/rules.ts';
import { canonicalText, isSameValue } from '../../../src/domain/policy/same-value.ts';
import { basicId } from '../../support/broadcasts.ts';
import { anyLayers, anyRuleBook, SHOPS } from '../../support/policies.ts';
import { account } from '../../support/sent-messages.ts';

const [BAKERY, FLORIST] = [basicId('@bakery'), basicId('@hanabi')];
const STRANGER = basicId('@nobody');
const NOBODY_OR_ONE: readonly (BasicId | null)[] = [null, ...SHOPS, STRANGER];

const book = (rules: RuleSet, accounts: Readonly<Record<BasicId, AccountRuleSet>> = {}): RuleBook => ({
  rules,
  accounts,
});
/** The rules for all (null) or for one account; not those for an account that nobody knows. */
const rulesOf = (policy: EffectivePolicy, account: BasicId | null): SettledRules =>
  account === null ? policy.rules : rulesFor(policy, account);

/** True when `value` is nowhere laxer than what a book says of the rule; a rule without an order has to be the same. */
function keepsTo<K extends RuleKey>(key: K, value: RuleValues[K], floor: RuleBook, account: BasicId | null) {
  const { order, overlay }: Rule<RuleValues[K]> = RULES[key];
  const least = valueIn(floor, key, account);
  if (least === undefined) return true;
  if (order !== 'none') return order.isAtLeast(value, least);
  return JSON.stringify(overlay(value, least)) === JSON.stringify(value);
}
const settledKeepsTo = <K extends RuleKey>(
  key: K,
  rules: SettledRules,
  floor: RuleBook,
  of: BasicId | null,
) => keepsTo(key, rules[key].value, floor, of);

describe('a random stack of layers', () => {
  it('is never laxer than a floor, for all and for each account', async () => {
    await fc.assert(
      fc.property(anyLayers, (layers) => {
        const policy = effectivePolicy(layers);
        for (const account of NOBODY_OR_ONE) {
          const rules = rulesOf(policy, account);
          const lax = RULE_KEYS.filter((key) => {
            // Of rules without an order the upper floor decides alone.
            const floors = RULES[key].order === 'none' ? (['managed-locked'] as const) : FLOORS;
            return floors.some((floor) => {
              const demands = layers[floor];
              return demands !== undefined && !settledKeepsTo(key, rules, demands, account);
            });
          });
          expect(lax).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is for an unknown account as strict as for any', async () => {
    await fc.assert(
      fc.property(anyLayers, (layers) => {
        const policy = effectivePolicy(layers);
        const unknown = rulesFor(policy, null);
        for (const account of NOBODY_OR_ONE) {
          const known = rulesOf(policy, account);
          const values = Object.fromEntries(RULE_KEYS.map((key) => [key, known[key].value]));
          const ordered = RULE_KEYS.filter((key) => RULES[key].order !== 'none');
          expect(ordered.filter((key) => !settledKeepsTo(key, unknown, book(values), null))).toEqual([]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('has the same values whichever of the two floors is which, where there is an order', async () => {
    const ordered = RULE_KEYS.filter((key) => RULES[key].order !== 'none');
    const valuesUnder = (layers: Layers, account: BasicId | null) => {
      const rules = rulesOf(effectivePolicy(layers), account);
      return ordered.map((key) => [key, rules[key].value]);
    };
    await fc.assert(
      fc.property(anyRuleBook, anyRuleBook, anyRuleBook, (own, one, other) => {
        for (const account of NOBODY_OR_ONE) {
          const swapped = valuesUnder({ own, signed: other, 'managed-locked': one }, account);
          expect(valuesUnder({ own, signed: one, 'managed-locked': other }, account)).toEqual(swapped);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('comes to the same when what holds is laid over it once more', async () => {
    await fc.assert(
      fc.property(
        anyLayers,
        fc.constantFrom<keyof Layers>('own', 'signed', 'managed-locked'),
        (layers, again) => {
          const policy = effectivePolicy(layers);
          const values = (rules: SettledRules, keys: readonly RuleKey[]) =>
            Object.fromEntries(keys.map((key) => [key, rules[key].value]));
          const accounts = Object.fromEntries(
            Object.entries(policy.accounts).map(([name, rules]) => [name, values(rules, ACCOUNT_RULE_KEYS)]),
          );
          const once = effectivePolicy({
            ...layers,
            [again]: book(values(policy.rules, RULE_KEYS), accounts),
          });
          for (const account of NOBODY_OR_ONE) {
            const [before, after] = [rulesOf(policy, account), rulesOf(once, account)];
            // What no floor has joined is not put into order; the words are the same.
            const sets = (rules: SettledRules) => JSON.stringify(values(rules, RULE_KEYS), inOrder);
            expect(sets(after)).toBe(sets(before));
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('names for every value a layer that there is, and as fixed exactly what a floor names or demands', async () => {
    await fc.assert(
      fc.property(anyLayers, (layers) => {
        const policy = effectivePolicy(layers);
        for (const account of NOBODY_OR_ONE) {
          const rules = rulesOf(policy, account);
          for (const key of RULE_KEYS) {
            const says = (layer: keyof Layers) => {
              const of = layers[layer];
              return of !== undefined && valueIn(of, key, account) !== undefined;
            };
            const demands = (layer: keyof Layers) => {
              const of = layers[layer];
              const asked = of === undefined ? undefined : valueIn(of, 'secondPerson', account);
              return key === 'approvers' && asked !== undefined && asked !== 'never';
            };
            const { from, isFixed, floor } = rules[key];
            expect(from === 'built-in' || says(from) || demands(from)).toBe(true);
            const binds = FLOORS.some((layer) => says(layer) || demands(layer));
            expect([isFixed, floor !== undefined]).toEqual([binds, binds]);
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** Lists of words as sets, and the same quiet minutes in one way. */
function inOrder(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(canonicalText))].toSorted();
  if (typeof value !== 'object' || value === null) return value;
  if ('from' in value && 'to' in value) {
    return value.from === value.to
      ? 'never'
      : `${value.from} ${Number(value.to) % 1_440} ${value.to === 1_440 && value.from === 0}`;
  }
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe('where a value comes from', () => {
  const settled = (layers: Layers, account: BasicId | null = null) => {
    const { largeAudience } = rulesOf(effectivePolicy(layers), account);
    return [largeAudience.value, largeAudience.from, largeAudience.isFixed];
  };
  const large = (largeAudience: number) => book({ largeAudience });

  it.each<[string, Layers, readonly [number, LayerName, boolean]]>([
    ['nothing', {}, [1_000, 'built-in', false]],
    ['a managed default', { 'managed-default': large(300) }, [300, 'managed-default', false]],
    [
      'one’s own over a managed default, also a laxer one',
      { 'managed-default': large(300), own: large(5_000) },
      [5_000, 'own', false],
    ],
    ['a signed one over one’s own laxer', { own: large(5_000), signed: large(500) }, [500, 'signed', true]],
    ['one’s own stricter than a signed one', { own: large(50), signed: large(500) }, [50, 'own', true]],
    ['the same of both', { own: large(500), signed: large(500) }, [500, 'signed', true]],
    [
      'the stricter of two floors, the lower one',
      { signed: large(100), 'managed-locked': large(500) },
      [100, 'signed', true],
    ],
    [
      'the stricter of two floors, the upper one',
      { signed: large(500), 'managed-locked': large(100) },
      [100, 'managed-locked', true],
    ],
    ['the standard, where a floor is laxer', { 'managed-locked': large(5_000) }, [1_000, 'built-in', true]],
  ])('%s', (_what, layers, expected) => {
    expect(settled(layers)).toEqual(expected);
  });

  it.each<[string, Layers, readonly [number, LayerName, boolean]]>([
    ['the rule for all', { signed: large(100) }, [100, 'signed', true]],
    [
      'its own over the rule for all of the same layer, also a laxer one',
      { signed: book({ largeAudience: 100 }, { [BAKERY]: { largeAudience: 900 } }) },
      [900, 'signed', true],
    ],
    [
      'its own, but not laxer than another floor’s rule for all',
      { signed: book({}, { [BAKERY]: { largeAudience: 900 } }), 'managed-locked': large(200) },
      [200, 'managed-locked', true],
    ],
    [
      'nothing of another account’s',
      { own: book({}, { [FLORIST]: { largeAudience: 5 } }) },
      [1_000, 'built-in', false],
    ],
  ])('for one account: %s', (_what, layers, expected) => {
    expect(settled(layers, BAKERY)).toEqual(expected);
  });

  it('is the floor where there is no order', () => {
    const { correctionText } = effectivePolicy({
      own: book({ correctionText: '自分の文' }),
      signed: book({ correctionText: '署名の文' }),
      'managed-locked': book({ correctionText: '会社の文' }),
    }).rules;
    expect(correctionText).toEqual({
      value: '会社の文',
      from: 'managed-locked',
      isFixed: true,
      floor: '会社の文',
    });
  });

  it('is a layer that says the same in other words', () => {
    const night = effectivePolicy({
      own: book({ quietHours: { to: 60, from: 0 } }),
      'managed-locked': book({ quietHours: { from: 1_260, to: 480 } }),
    }).rules.quietHours;
    expect([night.from, night.value]).toEqual(['managed-locked', { from: 1_260, to: 480 }]);
    expect(isSameValue({ from: 0, to: 60 }, { to: 60, from: 0 })).toBe(true);
  });

  it('is the last that made it where two make it together', () => {
    const { cautionWords } = effectivePolicy({
      own: book({ cautionWords: ['無料'] }),
      'managed-locked': book({ cautionWords: ['必ず'] }),
    }).rules;
    expect(cautionWords).toEqual({
      value: ['必ず', '無料'],
      from: 'managed-locked',
      isFixed: true,
      floor: ['必ず'],
    });
  });
});

describe('named values', () => {
  it('are replaced name by name, in layers and for accounts', () => {
    const policy = effectivePolicy({
      'managed-default': book({ items: { test: 'never', links: 'always' } }),
      own: book({ items: { test: 'always' } }, { [BAKERY]: { items: { links: 'large' } } }),
    });
    expect(policy.rules.items.value).toMatchObject({ test: 'always', links: 'always', values: 'large' });
    expect(rulesFor(policy, BAKERY).items.value).toMatchObject({ test: 'always', links: 'large' });
  });

  it('of windows are replaced account by account, by a floor too', () => {
    const [one, two] = [account(1), account(2)];
    const { windows } = effectivePolicy({
      own: book({ windows: { [one]: { mode: 'hour' }, [two]: { mode: 'hour' } } }),
      'managed-locked': book({ windows: { [two]: { mode: 'custom', minutes: 5 } } }),
    }).rules;
    expect(windows.value).toEqual({ [one]: { mode: 'hour' }, [two]: { mode: 'custom', minutes: 5 } });
  });

  it('of a check cannot be loosened past a floor that names it, and can where it does not', () => {
    const { checkLevels } = effectivePolicy({
      own: book({ checkLevels: { 'link-staging': 'off', 'ab-test': 'off' } }),
      'managed-locked': book({ checkLevels: { 'link-staging': 'warn' } }),
    }).rules;
    expect(checkLevels.value).toMatchObject({
      'link-staging': 'warn',
      'ab-test': 'off',
      'test-mark': 'block',
    });
  });
});

describe('what the gate is given', () => {
  it('is the standard without any layer', () => {
    const policy = effectivePolicy({});
    expect(policyFor(policy)).toEqual(DEFAULT_POLICY);
    expect(gatePolicyFor(policy, BAKERY)).toEqual(DEFAULT_POLICY.gate);
    expect(gatePolicyFor(policy, null)).toEqual(DEFAULT_POLICY.gate);
  });

  it('are an account’s own rules, and the strictest of all where it is not known', () => {
    const policy = effectivePolicy({
      own: book({ secondPerson: 'large' }, { [BAKERY]: { largeAudience: 10, secondPerson: 'never' } }),
    });
    const of = (account: BasicId | null) => {
      const { largeAudience, secondPerson } = gatePolicyFor(policy, account);
      return [largeAudience, secondPerson];
    };
    expect([of(BAKERY), of(STRANGER), of(null)]).toEqual([
      [10, 'never'],
      [1_000, 'large'],
      [10, 'large'],
    ]);
  });
});
