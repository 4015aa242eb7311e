import * as v from 'valibot';
import type { LayerProblem } from './layer-problem.ts';
import { type LayerValues, readLayer, writeLayer } from './read-layer.ts';
import { RULE_KEYS, RULES, type RuleSet } from './rules.ts';

/** Most letters of a policy as a text; the largest that could be meant has a tenth of them. */
export const LONGEST_POLICY = 1_000_000;
const DEEPEST = 32;

/** More accounts than anybody has: a page that lists them shall still answer. */
const MOST_ACCOUNTS = 500;

/** Why a text is no policy; `nothing-known`: an object, in which this version knows not one rule. */
export type TextRefusal = 'too-large' | 'not-json' | 'not-a-policy' | 'nothing-known' | 'too-many';

export type PolicyReading =
  | { readonly kind: 'read'; readonly values: LayerValues; readonly problems: readonly LayerProblem[] }
  | { readonly kind: 'refused'; readonly why: TextRefusal };

/**
 * A policy from the text of a file, read as other computers will read it once it is fixed: what is damaged becomes the strictest
 * that its rule knows, and is told. Never throws.
 */
export function readPolicyText(text: string): PolicyReading {
  if (text.length > LONGEST_POLICY || isDeep(text)) return { kind: 'refused', why: 'too-large' };
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', why: 'not-json' };
  }
  if (stored === null) return { kind: 'refused', why: 'not-a-policy' };
  const { values, problems } = readLayer(stored, 'signed');
  if (problems.some(({ kind }) => kind === 'not-a-policy')) return { kind: 'refused', why: 'not-a-policy' };
  if (!saysSomething(values)) return { kind: 'refused', why: 'nothing-known' };
  return isWithinLimits(values) ? { kind: 'read', values, problems } : { kind: 'refused', why: 'too-many' };
}

/** A policy as the text that a file holds: the form of a layer, one line for each value. */
export function policyText(values: LayerValues): string {
  return `${JSON.stringify(writeLayer(values), null, 2)}\n`;
}

/** True when a policy decides at least one rule, for all accounts or for one. */
export function saysSomething({ rules, accounts }: Pick<LayerValues, 'rules' | 'accounts'>): boolean {
  return Object.keys(rules).length + Object.keys(accounts).length > 0;
}

/** What is read for a fixed policy may be longer than its rule allows, and is otherwise valid: nobody's words are cut there. */
function isWithinLimits({ rules, accounts }: LayerValues): boolean {
  const sets: readonly RuleSet[] = [rules, ...Object.values(accounts)];
  return (
    sets.length <= MOST_ACCOUNTS + 1 &&
    sets.every((set) => RULE_KEYS.every((key) => set[key] === undefined || v.is(RULES[key].schema, set[key])))
  );
}

/** True where brackets lie in brackets so often that reading or writing it could fail halfway. One look at each letter, no more. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isInWords = false;
  for (let place = 0; place < text.length; place++) {
    const letter = text[place];
    if (letter === '"') isInWords = !isInWords;
    // What is escaped cannot end the words.
    else if (isInWords) place += letter === '\\' ? 1 : 0;
    else depth += stepOf(letter);
    if (depth > DEEPEST) return true;
  }
  return false;
}

function stepOf(letter: string | undefined): number {
  if (letter === '[' || letter === '{') return 1;
  return letter === ']' || letter === '}' ? -1 : 0;
}
