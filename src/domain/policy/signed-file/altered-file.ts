import { UNREADABLE } from '../managed-policy.ts';
import type { Fields } from '../migrations.ts';
import { isFields } from '../read-rules.ts';
import { isRuleKey, RULE_KEYS, RULES, type RuleKey } from '../rules.ts';
import { fromBase64 } from './base64.ts';
import { readUtf8 } from './utf8.ts';

/**
 * What is left to hold of a file that was altered where it is kept: each rule that it spoke of, of whatever account, as strict as
 * can be; where it does not even say that, every rule that can be strict. Never throws.
 * @param text what lies where the file should be
 */
export function strictestOfAltered(text: unknown): Fields {
  const said = rulesNamedIn(text);
  const keys = said.length > 0 ? said : RULE_KEYS.filter((key) => RULES[key].order !== 'none');
  return Object.fromEntries(keys.map((key) => [key, UNREADABLE]));
}

/** Whoever altered the file may have left names out; so those of a policy that can still be read are no proof, but the best there is. */
function rulesNamedIn(text: unknown): readonly RuleKey[] {
  const policy = field(field(parsed(text), 'payload', decoded), 'policy');
  if (!isFields(policy)) return [];
  const accounts = isFields(policy['accounts']) ? Object.values(policy['accounts']) : [];
  const names = [policy, ...accounts].filter(isFields).flatMap(Object.keys);
  return [...new Set(names)].filter(isRuleKey);
}

function field(value: unknown, name: string, read: (value: unknown) => unknown = (same) => same): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? read(value[name]) : undefined;
}

function decoded(payload: unknown): unknown {
  const bytes = typeof payload === 'string' ? fromBase64(payload) : null;
  return bytes === null ? undefined : parsed(readUtf8(bytes));
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
