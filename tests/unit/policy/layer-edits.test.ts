import { describe, expect, it } from 'vitest';
import { saidRule, valueBelow, withRule } from '../../../src/domain/policy/layer-edits.ts';
import type { LayerValues } from '../../../src/domain/policy/read-layer.ts';
import { BAKERY, basicId } from '../../support/broadcasts.ts';

const OTHER = basicId('@other');
const layer: LayerValues = {
  rules: { lock: 'enforce', items: { test: 'always' } },
  accounts: { [OTHER]: { leadMinutes: 9 } },
  unknown: { moonPhase: 1 },
  unknownOfAccounts: { '@bakery': { moonPhase: 2 } },
};

describe('a layer that is edited', () => {
  it('says another value for all accounts, and everything else as before', () => {
    expect(withRule(layer, null, 'lock', 'observe')).toEqual({
      ...layer,
      rules: { ...layer.rules, lock: 'observe' },
    });
  });

  it('says nothing of a rule any more', () => {
    expect(withRule(layer, null, 'lock', undefined).rules).toEqual({ items: { test: 'always' } });
  });

  it('says something of one account, and loses the account with the last thing that it said', () => {
    const more = withRule(layer, BAKERY, 'leadMinutes', 30);
    expect(more.accounts).toEqual({ [OTHER]: { leadMinutes: 9 }, [BAKERY]: { leadMinutes: 30 } });
    expect(withRule(more, BAKERY, 'leadMinutes', undefined)).toEqual(layer);
  });

  it('says nothing of one account where a rule is that of the whole browser', () => {
    expect(withRule(layer, BAKERY, 'lock', 'off')).toBe(layer);
  });

  it('tells its own words from those that stand below them', () => {
    expect(saidRule(layer, null, 'leadMinutes')).toBeUndefined();
    expect(saidRule(layer, OTHER, 'leadMinutes')).toBe(9);
    expect(saidRule(layer, BAKERY, 'items')).toBeUndefined();
    expect(valueBelow(layer, BAKERY, 'items')).toMatchObject({
      test: 'always',
      people: 'always',
      values: 'large',
    });
    expect(valueBelow(layer, null, 'items')).toMatchObject({ test: 'large' });
    expect(valueBelow(layer, null, 'leadMinutes')).toBe(5);
  });
});
