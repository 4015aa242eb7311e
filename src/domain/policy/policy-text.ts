import type { LayerProblem } from './layer-problem.ts';
import { type LayerValues, readLayer, writeLayer } from './read-layer.ts';

/** Most letters of a policy as a text; the largest that could be meant has a tenth of them. */
export const LONGEST_POLICY = 1_000_000;
const DEEPEST = 32;

/** Why a text is no policy; `nothing-known`: an object, in which this version knows not one rule. */
export type TextRefusal = 'too-large' | 'not-json' | 'not-a-policy' | 'nothing-known';

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
  return saysSomething(values)
    ? { kind: 'read', values, problems }
    : { kind: 'refused', why: 'nothing-known' };
}

/** A policy as the text that a file holds: the form of a layer, one line for each value. */
export function policyText(values: LayerValues): string {
  return `${JSON.stringify(writeLayer(values), null, 2)}\n`;
}

/** True when a policy decides at least one rule, for all accounts or for one. */
export function saysSomething({ rules, accounts }: Pick<LayerValues, 'rules' | 'accounts'>): boolean {
  return Object.keys(rules).length + Object.keys(accounts).length > 0;
}

/** True where brackets lie in brackets so often that reading or writing it could fail halfway. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (part === '[' || part === '{') depth += 1;
    if (part === ']' || part === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
