import * as v from 'valibot';
import type { Policy } from './policy.ts';
import type { Rule } from './rule.ts';
import { RULE_KEYS, RULES, type RuleKey, type RuleSet, type RuleValues } from './rules.ts';
import { isSameValue } from './same-value.ts';

/** The value of every rule in settings. */
export function ruleValues({ gate, ...settings }: Policy): RuleValues {
  return { ...settings, ...gate };
}

/**
 * Which rules somebody wants to be different, with what is to be kept as their choice: of named values only the names that they
 * changed, so that what nobody chose goes on following the layers below.
 * @param own what they had chosen before
 * @throws v.ValiError when a wanted value is out of range
 */
export function chosenRules(own: RuleSet, before: RuleValues, wanted: RuleValues): RuleSet {
  const changed = RULE_KEYS.filter((key) => !isSameValue(before[key], wanted[key]));
  return Object.fromEntries(changed.map((key) => [key, chosenValue(key, own[key], before, wanted)]));
}

function chosenValue<K extends RuleKey>(
  key: K,
  own: RuleValues[K] | undefined,
  before: RuleValues,
  wanted: RuleValues,
): RuleValues[K] {
  const { schema, overlay }: Rule<RuleValues[K]> = RULES[key];
  const whole = v.parse(schema, wanted[key]);
  const part = v.safeParse(schema, difference(before[key], whole));
  // A part says it all only where a layer's value replaces just what it names.
  if (!part.success || !isSameValue(overlay(before[key], part.output), whole)) return whole;
  return own === undefined ? part.output : overlay(own, part.output);
}

/** The fields of an object that are different; undefined where it is none. */
function difference(before: unknown, after: unknown): unknown {
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return undefined;
  const had = new Map(Object.entries(Object(before)));
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !isSameValue(had.get(name), value)),
  );
}
