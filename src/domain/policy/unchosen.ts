import { RULE_KEYS, RULES, type RuleSet } from './rules.ts';
import { isSameValue } from './same-value.ts';

/** What form 1 wrote where nobody had chosen anything, as the standards were at that time. */
const STANDARDS_1: RuleSet = {
  windows: {},
  region: 'JP',
  marginSeconds: 60,
  warn: { warnMinutes: 10, urgentMinutes: 5 },
  retentionDays: 90,
  language: 'auto',
  network: 'enforce',
  lock: 'enforce',
  button: 'enforce',
  largeAudience: 1_000,
  quietHours: { from: 21 * 60, to: 8 * 60 },
  coolDownSeconds: 5,
  secondPerson: 'never',
  cautionWords: [],
};

/**
 * The rules that somebody chose, of a layer in form 1. That form was always written whole, so that a value which is the standard
 * says nothing; kept, it would hide for ever what a company recommends to its people.
 */
export function withoutUnchosen(rules: RuleSet): RuleSet {
  const chosen = RULE_KEYS.filter((key) => {
    const value = rules[key];
    return value !== undefined && !isSameValue(value, STANDARDS_1[key] ?? RULES[key].standard);
  });
  return Object.fromEntries(chosen.map((key) => [key, rules[key]]));
}
