import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { effectivePolicy } from '../../../src/domain/policy/effective-policy.ts';
import { MANAGED_KEYS, readManaged } from '../../../src/domain/policy/managed-policy.ts';
import type { Fields } from '../../../src/domain/policy/migrations.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import {
  isRuleKey,
  RULE_KEYS,
  RULES,
  type RuleKey,
  type RuleValues,
} from '../../../src/domain/policy/rules.ts';
import { type Settled, settle } from '../../../src/domain/policy/settle.ts';
import { anyRuleSet } from '../../support/policies.ts';

const GOOD: Fields = { largeAudience: 500, lock: 'enforce', cautionWords: ['必ず'] };
const settledFrom = (given: Fields, remembered: Fields) =>
  effectivePolicy({ 'managed-locked': readManaged(given, remembered).locked }).rules;
const kindsOf = (given: Fields, remembered: Fields) =>
  readManaged(given, remembered).problems.map(({ kind, key }) => `${kind} ${key}`);

describe('a managed policy', () => {
  it('is what is given, with its recommendations apart', () => {
    const { locked, defaults, problems, fields } = readManaged(
      { ...GOOD, defaults: { coolDownSeconds: 9 }, keys: [] },
      {},
    );
    expect([locked.rules, defaults.rules, problems]).toEqual([GOOD, { coolDownSeconds: 9 }, []]);
    expect(fields).toEqual({ ...GOOD, defaults: { coolDownSeconds: 9 } });
  });

  it.each([
    ['JSON', '[{"id":"stock","kind":"tick","text":{"ja":"在庫は足りますか。"},"when":"always"}]', 'stock'],
    ['no JSON', '[{"id', undefined],
  ])('has its own questions as a text of %s', (_what, customItems, id) => {
    const { locked } = readManaged({ customItems, accounts: { '@bakery': { customItems } } }, {});
    expect(locked.rules.customItems?.[0]?.id).toBe(id);
    expect(Object.values(locked.accounts)[0]?.customItems?.[0]?.id).toBe(id);
  });
});

describe('a field that is gone or damaged', () => {
  it.each<[string, Fields, readonly string[]]>([
    ['vanished beside others', { lock: 'enforce', cautionWords: ['必ず'] }, ['vanished largeAudience']],
    ['of another type', { ...GOOD, largeAudience: '600' }, ['invalid largeAudience']],
    ['out of its limits', { ...GOOD, largeAudience: 0 }, ['invalid largeAudience']],
    [
      'vanished though listed',
      { lock: 'enforce', keys: ['lock', 'largeAudience'] },
      ['vanished largeAudience'],
    ],
    ['gone with the whole policy', {}, ['gone null']],
  ])('stays as it was last: %s', (_what, given, problems) => {
    expect(settledFrom(given, GOOD).largeAudience).toMatchObject({ value: 500, isFixed: true });
    expect(kindsOf(given, GOOD)).toEqual(problems);
    expect(readManaged(given, GOOD).fields['largeAudience']).toBe(500);
  });

  it.each<[string, Fields]>([
    ['listed and never seen', { lock: 'enforce', keys: ['lock', 'largeAudience'] }],
    ['damaged from the beginning', { lock: 'enforce', largeAudience: -1 }],
  ])('is as strict as can be when there is nothing to go back to: %s', (_what, given) => {
    const { value, isFixed } = settledFrom(given, {}).largeAudience;
    expect([value, isFixed]).toEqual([RULES.largeAudience.strictest, true]);
  });

  it.each<[string, Fields]>([
    ['listed and never seen', { largeAudience: 500, keys: ['accounts', 'largeAudience'] }],
    ['no accounts at all', { largeAudience: 500, accounts: 7 }],
  ])('of single accounts leaves nobody below the standards: %s', (_what, given) => {
    const settled = settledFrom(given, {});
    expect(settled.lock).toMatchObject({ value: 'enforce', isFixed: true });
    expect(settled.largeAudience.value).toBe(500);
    expect(kindsOf(given, {})).toHaveLength(1);
  });

  it('that nobody has ever seen is the strictest also where null would be a value', () => {
    expect(settledFrom({ keys: ['ownLinkHosts'] }, {}).ownLinkHosts).toMatchObject({
      value: [],
      isFixed: true,
    });
  });

  it('is released by a list that leaves it out', () => {
    const given = { lock: 'enforce', keys: ['lock'] };
    expect(settledFrom(given, GOOD).largeAudience.isFixed).toBe(false);
    expect(kindsOf(given, GOOD)).toEqual([]);
    expect(readManaged(given, GOOD).fields).toEqual({ lock: 'enforce' });
  });

  it('is judged by the names in the list alone, whatever else stands there', () => {
    const given = { lock: 'enforce', keys: ['lock', { toString: 1 }, null, 7] };
    expect(kindsOf(given, {})).toEqual([]);
  });

  it('of the recommendations stays as well', () => {
    const last = { defaults: { coolDownSeconds: 9 } };
    for (const given of [{ lock: 'enforce' }, { defaults: 7 }, { defaults: { coolDownSeconds: 'x' } }]) {
      expect(readManaged(given, last).defaults.rules).toEqual({ coolDownSeconds: 9 });
    }
  });

  it('of one account is kept with all accounts', () => {
    const last = { accounts: { '@bakery': { secondPerson: 'always' } } };
    const { locked, problems } = readManaged({ accounts: { '@bakery': { secondPerson: 1 } } }, last);
    expect(Object.values(locked.accounts)).toEqual([{ secondPerson: 'always' }]);
    expect(problems).toMatchObject([{ kind: 'invalid', key: 'secondPerson', account: '@bakery' }]);
  });
});

describe('a field that this version does not know', () => {
  it.each<[string, Fields, readonly string[]]>([
    ['given', { lock: 'enforce', moonPhase: 'full' }, ['unknown moonPhase']],
    [
      'named by the list alone, because the browser dropped it',
      { keys: ['moonPhase'] },
      ['unknown moonPhase'],
    ],
    ['given and named', { moonPhase: 1, keys: ['moonPhase'] }, ['unknown moonPhase']],
    ['among the recommendations', { defaults: { moonPhase: 1 } }, ['unknown moonPhase']],
    ['among the rules of an account', { accounts: { '@bakery': { moonPhase: 1 } } }, ['unknown moonPhase']],
  ])('is reported: %s', (_where, given, problems) => {
    expect(kindsOf(given, {})).toEqual(problems);
  });
});

/** Few and known, so that each is settled once, and not ten thousand times. */
const POLICIES = fc.sample(anyRuleSet, { numRuns: 60, seed: 7 }).map((policy) => {
  const given: Fields = { ...policy, customItems: JSON.stringify(policy.customItems ?? []) };
  return { given, remembered: readManaged(given, {}).fields, rules: settledFrom(given, {}) };
});
const anyPolicy = fc.constantFrom(...POLICIES);

describe('ten thousand managed policies', () => {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...MANAGED_KEYS) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'moonPhase', 'version') },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(name, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }).map((of) => ({ '@bakery': of })),
    fc.array(name, { maxLength: 4 }),
    fc.json({ maxDepth: 2 }),
  );
  const anything = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((of) => Object.fromEntries(of));

  it('of any content are read without an error, come to valid values, and say what they do not know', async () => {
    await fc.assert(
      fc.property(anything, fc.oneof(fc.constant({}), anything), (given, remembered) => {
        const { locked, defaults, problems, fields } = readManaged(given, remembered);
        expect(problems.length).toBeLessThanOrEqual(100);
        for (const { rules } of [locked, defaults]) {
          const wrong = Object.entries(rules).filter(
            ([key, of]) => !isRuleKey(key) || !v.is(RULES[key].schema, of),
          );
          expect(wrong).toEqual([]);
        }
        const unknown = Object.keys(given).filter((key) => !MANAGED_KEYS.includes(key));
        const said = problems.filter(({ kind }) => kind === 'unknown').map(({ key }) => key);
        if (unknown.length > 0) expect(said).toEqual(expect.arrayContaining(unknown));
        expect(Object.keys(fields).filter((key) => !MANAGED_KEYS.includes(key))).toEqual([]);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('without a list of keys never become laxer, whatever is gone or broken', async () => {
    const broken = fc.dictionary(
      fc.constantFrom(...RULE_KEYS),
      fc.constantFrom<unknown>(false, 'x', -1, [7]),
      {
        noNullPrototype: true,
        maxKeys: 6,
      },
    );
    await fc.assert(
      fc.property(
        anyPolicy,
        fc.subarray([...RULE_KEYS]),
        broken,
        ({ given, remembered, rules }, gone, damage) => {
          const left = Object.entries(given).filter(([key]) => !gone.some((one) => one === key));
          const { locked, problems } = readManaged({ ...Object.fromEntries(left), ...damage }, remembered);
          const hit = new Set([...problems.map(({ key }) => key), ...gone]);
          for (const key of RULE_KEYS.filter((one) => hit.has(one))) {
            const now = settle({ 'managed-locked': locked }, key, null);
            expectNotLaxer(key, now, rules[key]);
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

function expectNotLaxer<K extends RuleKey>(
  key: K,
  now: Settled<RuleValues[K]>,
  then: Settled<RuleValues[K]>,
): void {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  if (!then.isFixed || order === 'none') return;
  expect(order.isAtLeast(now.value, then.value), key).toBe(true);
}
