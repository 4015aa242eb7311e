import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectivePolicy, gatePolicyFor, rulesFor } from '../../../src/domain/policy/effective-policy.ts';
import type { Layers } from '../../../src/domain/policy/layer.ts';
import type { AccountRuleSet, RuleBook, RuleSet } from '../../../src/domain/policy/rules.ts';
import { SUZUKI, YAMADA } from '../../support/approvers.ts';
import { basicId } from '../../support/broadcasts.ts';
import { anyLayers } from '../../support/policies.ts';

const [BAKERY, FLORIST] = [basicId('@bakery'), basicId('@hanabi')];
const book = (rules: RuleSet, accounts: Readonly<Record<string, AccountRuleSet>> = {}): RuleBook => ({
  rules,
  accounts,
});

describe('how long the journal is kept', () => {
  const days = (journalRetentionDays: number) => book({ journalRetentionDays });
  const settled = (layers: Layers) => {
    const { value, from } = effectivePolicy(layers).rules.journalRetentionDays;
    return [value, from];
  };

  it.each<[string, Layers, readonly [number, string]]>([
    ['is not shortened by an operator', { own: days(1) }, [400, 'built-in']],
    ['nor lengthened', { own: days(3_650) }, [400, 'built-in']],
    ['is shorter where a supervisor recommends it', { 'managed-default': days(30) }, [30, 'managed-default']],
    ['and no shorter by an operator', { 'managed-default': days(30), own: days(7) }, [30, 'managed-default']],
    ['but longer, up to the standard', { 'managed-default': days(30), own: days(100) }, [100, 'own']],
    ['and no longer', { 'managed-default': days(30), own: days(500) }, [400, 'own']],
    [
      'is longer where a supervisor recommends it',
      { 'managed-default': days(900), own: days(400) },
      [900, 'managed-default'],
    ],
    ['is what a signed file says', { own: days(400), signed: days(10) }, [10, 'signed']],
    [
      'is what is locked',
      { own: days(1), signed: days(10), 'managed-locked': days(3_000) },
      [3_000, 'managed-locked'],
    ],
  ])('%s', (_what, layers, expected) => {
    expect(settled(layers)).toEqual(expected);
  });

  it('is with whatever of an operator’s no shorter than without, and no longer than the standard allows', async () => {
    await fc.assert(
      fc.property(anyLayers, ({ own, ...others }) => {
        const [without] = settled(others);
        const [withOwn] = settled(own === undefined ? others : { ...others, own });
        expect(withOwn).toBeGreaterThanOrEqual(Number(without));
        expect(withOwn).toBeLessThanOrEqual(Math.max(400, Number(without)));
      }),
      { numRuns: 120 },
    );
  });
});

describe('who may approve', () => {
  const own = book({ approvers: [SUZUKI] });
  const settled = (layers: Layers) => {
    const { value, from, isFixed } = effectivePolicy(layers).rules.approvers;
    return [value, from, isFixed];
  };
  const always = book({ secondPerson: 'always' });

  it.each<[string, Layers, readonly unknown[]]>([
    ['is for an operator to say', { own }, [[SUZUKI], 'own', false]],
    [
      'also where they ask for a second person themselves',
      { own: book({ approvers: [SUZUKI], secondPerson: 'always' }) },
      [[SUZUKI], 'own', false],
    ],
    [
      'and where it is fixed that nobody has to be asked',
      { own, signed: book({ secondPerson: 'never' }) },
      [[SUZUKI], 'own', false],
    ],
    ['is not where a signed file asks for one', { own, signed: always }, [null, 'signed', true]],
    [
      'is not where a locked policy asks for one',
      { own, 'managed-locked': book({ secondPerson: 'large' }) },
      [null, 'managed-locked', true],
    ],
    [
      'is then what a supervisor recommends',
      { own, 'managed-default': book({ approvers: [YAMADA] }), 'managed-locked': always },
      [[YAMADA], 'managed-locked', true],
    ],
    [
      'or what is fixed itself',
      { own, signed: book({ approvers: [YAMADA] }), 'managed-locked': always },
      [[YAMADA], 'signed', true],
    ],
  ])('%s', (_what, layers, expected) => {
    expect(settled(layers)).toEqual(expected);
  });

  it('is asked account by account', () => {
    const policy = effectivePolicy({ own, signed: book({}, { [BAKERY]: { secondPerson: 'always' } }) });
    expect(rulesFor(policy, BAKERY).approvers.value).toBe(null);
    expect(rulesFor(policy, FLORIST).approvers.value).toEqual([SUZUKI]);
  });

  it.each<[string, Layers, unknown]>([
    ['nobody is registered anywhere', {}, null],
    [
      'they are registered for one account only',
      { signed: book({}, { [BAKERY]: { approvers: [YAMADA] } }) },
      [YAMADA],
    ],
    [
      'each account has its own',
      { signed: book({}, { [BAKERY]: { approvers: [YAMADA] }, [FLORIST]: { approvers: [SUZUKI] } }) },
      [],
    ],
    [
      'one of them may for every account',
      { signed: book({ approvers: [YAMADA, SUZUKI] }, { [FLORIST]: { approvers: [SUZUKI] } }) },
      [SUZUKI],
    ],
    [
      'another has the same name there',
      {
        signed: book({ approvers: [YAMADA] }, { [FLORIST]: { approvers: [{ ...YAMADA, key: SUZUKI.key }] } }),
      },
      [],
    ],
    ['nobody can for one of them', { signed: book({}, { [BAKERY]: { approvers: [] } }) }, []],
  ])('for an account that nobody knows is whoever may for each, where %s', (_what, layers, expected) => {
    expect(gatePolicyFor(effectivePolicy(layers), null).approvers).toEqual(expected);
  });

  it('is for an unknown account never more than for any', async () => {
    await fc.assert(
      fc.property(anyLayers, (layers) => {
        const policy = effectivePolicy(layers);
        const unknown = gatePolicyFor(policy, null).approvers;
        for (const rules of [policy.rules, ...Object.values(policy.accounts)]) {
          const { value } = rules.approvers;
          if (value === null) continue;
          const names = value.map(({ name }) => name);
          expect(unknown?.every(({ name }) => names.includes(name))).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });
});
