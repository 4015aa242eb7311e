import { UNREADABLE } from '../managed-policy.ts';
import { type LayerValues, readLayer } from '../read-layer.ts';
import { isFields, readRules } from '../read-rules.ts';
import type { Rule } from '../rule.ts';
import { RULE_KEYS, RULES, type RuleKey, type RuleSet, type RuleValues } from '../rules.ts';
import { fromBase64 } from './base64.ts';
import { readUtf8 } from './utf8.ts';

/**
 * What is left to hold of files that were altered where they are kept: each rule that they speak of, of whatever account, as strict
 * as can be; where they do not even say that, every rule that can be strict. Whoever altered them may have left names out, so that
 * this is no proof, but the best there is. Never throws.
 * @param texts what lies where the files should be
 */
export function strictestOfAltered(texts: readonly unknown[]): LayerValues {
  const said = texts.flatMap(rulesLeftIn);
  const named = RULE_KEYS.filter((key) => said.some((rules) => rules[key] !== undefined));
  const keys = named.length > 0 ? named : RULE_KEYS.filter((key) => RULES[key].order !== 'none');
  const strictest = readLayer(Object.fromEntries(keys.map((key) => [key, UNREADABLE])), 'signed').values;
  return { ...strictest, rules: said.reduce(join, strictest.rules) };
}

/** Lists have no strictest value: what can still be read of them is kept. */
function join(a: RuleSet, b: RuleSet): RuleSet {
  return Object.fromEntries(RULE_KEYS.map((key) => [key, joined(key, a[key], b[key])]));
}

function joined<K extends RuleKey>(
  key: K,
  a: RuleValues[K] | undefined,
  b: RuleValues[K] | undefined,
): RuleValues[K] | undefined {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  if (a === undefined || b === undefined || order === 'none') return a;
  return order.join(a, b);
}

/** The rules for all and those of each account. */
function rulesLeftIn(text: unknown): readonly RuleSet[] {
  const payload = field(parsed(text), 'payload');
  const bytes = typeof payload === 'string' ? fromBase64(payload) : null;
  const policy = field(parsed(bytes === null ? null : readUtf8(bytes)), 'policy');
  const accounts = field(policy, 'accounts');
  return [policy, ...(isFields(accounts) ? Object.values(accounts) : [])]
    .filter(isFields)
    .map((fields) => readRules(fields, true).rules);
}

function field(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
