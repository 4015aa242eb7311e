import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectivePolicy, type SettledRules } from '../../../src/domain/policy/effective-policy.ts';
import { readManaged } from '../../../src/domain/policy/managed-policy.ts';
import type { Fields } from '../../../src/domain/policy/migrations.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import { RULE_KEYS, RULES, type RuleKey, type RuleValues } from '../../../src/domain/policy/rules.ts';
import type { Settled } from '../../../src/domain/policy/settle.ts';
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

it('whatever happens to the fields of a policy that lists no keys, nothing becomes laxer', async () => {
  const damage = fc.record({
    gone: fc.subarray([...RULE_KEYS]),
    broken: fc.dictionary(fc.constantFrom(...RULE_KEYS), fc.constantFrom<unknown>(false, 'x', -1, [7]), {
      noNullPrototype: true,
    }),
  });
  await fc.assert(
    fc.property(anyRuleSet, damage, (policy, { gone, broken }) => {
      const good = { ...policy, customItems: JSON.stringify(policy.customItems ?? []) };
      const { fields } = readManaged(good, {});
      const left = Object.entries(good).filter(([key]) => !gone.some((one) => one === key));
      const given = { ...Object.fromEntries(left), ...broken };
      const isBad = (key: RuleKey) => kindsOf(given, fields).some((problem) => problem.endsWith(` ${key}`));
      for (const key of RULE_KEYS.filter((one) => isBad(one) || gone.includes(one))) {
        expectNotLaxer(key, settledFrom(given, fields), settledFrom(good, {}));
      }
    }),
    { numRuns: 200 },
  );
});

function expectNotLaxer<K extends RuleKey>(key: K, now: SettledRules, before: SettledRules): void {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  const [then, since]: readonly Settled<RuleValues[K]>[] = [before[key], now[key]];
  if (then?.isFixed !== true || since === undefined || order === 'none') return;
  expect(order.isAtLeast(since.value, then.value), key).toBe(true);
}
