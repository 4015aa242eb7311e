import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { effectivePolicy } from '../../../src/domain/policy/effective-policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import {
  RULE_KEYS,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleValues,
} from '../../../src/domain/policy/rules.ts';
import { TEMPLATE_NAMES, TEMPLATES } from '../../../src/domain/policy/templates.ts';

function isAtLeastStandard<K extends RuleKey>(key: K, { rules }: RuleBook): boolean {
  const { order, standard, overlay }: Rule<RuleValues[K]> = RULES[key];
  const value = rules[key];
  if (order === 'none' || value === undefined) return true;
  return order.isAtLeast(value, standard) && order.isAtLeast(overlay(standard, value), standard);
}

describe.each(TEMPLATE_NAMES)('the template %s', (name) => {
  const template = TEMPLATES[name];

  it('is nowhere laxer than the standards', () => {
    expect(RULE_KEYS.filter((key) => !isAtLeastStandard(key, template))).toEqual([]);
  });

  it('says every rule that demands something, so that nobody can loosen one that it left open', () => {
    const open = RULE_KEYS.filter((key) => {
      const { order, standard } = RULES[key];
      const demands = order !== 'none' && standard !== null && JSON.stringify(standard) !== '[]';
      return demands && template.rules[key] === undefined;
    });
    expect(open).toEqual([]);
  });

  it('says how long the journal is kept, so that nobody can have it removed earlier', () => {
    expect(template.rules.journalRetentionDays).toBeGreaterThanOrEqual(400);
  });

  it('holds only values that are allowed, and is read as it is', () => {
    const wrong = RULE_KEYS.filter(
      (key) => template.rules[key] !== undefined && !v.is(RULES[key].schema, template.rules[key]),
    );
    expect(wrong).toEqual([]);
    const { values, problems } = readLayer({ ...template.rules, version: 2 }, 'signed');
    expect(problems).toEqual([]);
    expect(values.rules).toEqual(template.rules);
  });

  it('cannot be loosened by what an operator chose before', () => {
    const own = readLayer({
      version: 2,
      lock: 'off',
      override: 'reason',
      largeAudience: 9_999,
      items: { test: 'never' },
    });
    const { rules } = effectivePolicy({ own: own.values, signed: template });
    expect(rules.lock.value).toBe('enforce');
    expect(rules.largeAudience.value).toBe(template.rules.largeAudience);
    expect(rules.items.value['test']).toBe(template.rules.items?.['test']);
  });
});

it('the templates differ from each other', () => {
  expect(new Set(TEMPLATE_NAMES.map((name) => JSON.stringify(TEMPLATES[name]))).size).toBe(
    TEMPLATE_NAMES.length,
  );
});
