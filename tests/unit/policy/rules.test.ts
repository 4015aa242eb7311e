import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/ja/messages.json';
import { ITEM_NAMES } from '../../../src/domain/broadcast/checklist.ts';
import { effectivePolicy, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import { DEFAULT_GATE_POLICY } from '../../../src/domain/policy/gate-policy.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import {
  ACCOUNT_RULE_KEYS,
  isAccountRule,
  isRuleKey,
  RULE_KEYS,
  RULES,
} from '../../../src/domain/policy/rules.ts';

describe('the table of rules', () => {
  it('has a sentence of help for each, and each its own', () => {
    const helps = RULE_KEYS.map((key) => RULES[key].help);
    expect(helps.filter((help) => !Object.hasOwn(messages, help))).toEqual([]);
    expect(new Set(helps).size).toBe(helps.length);
  });

  it('holds everything that can be set', () => {
    const { gate, ...settings } = DEFAULT_POLICY;
    expect(RULE_KEYS.toSorted()).toEqual([...Object.keys(gate), ...Object.keys(settings)].toSorted());
  });

  it('lets accounts differ in all rules of the gate but the three of the whole browser', () => {
    const { network, lock, button, ...others } = DEFAULT_GATE_POLICY;
    expect([network, lock, button]).toEqual(['enforce', 'enforce', 'enforce']);
    expect(ACCOUNT_RULE_KEYS.toSorted()).toEqual(Object.keys(others).toSorted());
    expect(['lock', 'region', 'accounts', 'toString'].filter(isAccountRule)).toEqual([]);
    expect(['toString', '__proto__', 'accounts', 'version'].filter(isRuleKey)).toEqual([]);
  });

  it('says of every item when it is asked; of the second person by a rule of its own', () => {
    expect([...Object.keys(RULES.items.standard), 'second-person'].toSorted()).toEqual(ITEM_NAMES.toSorted());
  });
});

describe('settings of the gate that were stored', () => {
  const gateOf = (stored: object) => policyFor(effectivePolicy({ own: readLayer(stored).values })).gate;

  it('fill up what is not named with the standards', () => {
    const { items, checkLevels } = gateOf({
      items: { test: 'never' },
      checkLevels: { 'ab-test': 'off' },
    });
    expect(items).toEqual({ ...DEFAULT_GATE_POLICY.items, test: 'never' });
    expect(checkLevels).toEqual({ ...DEFAULT_GATE_POLICY.checkLevels, 'ab-test': 'off' });
  });

  it('keep their good words beside a damaged one', () => {
    expect(gateOf({ cautionWords: ['必ず', 7] }).cautionWords).toEqual(['必ず']);
  });
});
