import * as v from 'valibot';
import { RULES, type RuleValues } from '../../../domain/policy/rules.ts';

/** Rules that are written into one large field. */
export type LinesKey =
  | 'cautionWords'
  | 'holidays'
  | 'contactNames'
  | 'ownLinkHosts'
  | 'apologyTexts'
  | 'correctionText';

/** What was typed, as the rule's value; or the first line that cannot be one, or null where there are too many. */
export type LinesReading<K extends LinesKey> =
  | { readonly value: RuleValues[K] }
  | { readonly wrong: string | null };

/** The text of a value. An apology can have several lines, so that a blank line parts two of them. */
export function linesText(key: LinesKey, value: RuleValues[LinesKey] | undefined): string {
  if (typeof value === 'string') return value;
  return (value ?? []).join(key === 'apologyTexts' ? '\n\n' : '\n');
}

/** Reads what was typed. A link's host may lead to any place where nothing is typed. */
export function readLines<K extends LinesKey>(key: K, typed: string): LinesReading<K> {
  const { schema } = RULES[key];
  const parsed = v.safeParse(schema, meant(key, typed));
  if (parsed.success) return { value: parsed.output };
  const wrong = parts(key, typed).find((part) => !v.is(schema, key === 'correctionText' ? part : [part]));
  return { wrong: wrong ?? null };
}

function meant(key: LinesKey, typed: string): unknown {
  if (key === 'correctionText') return typed.trim();
  const entries = [...new Set(parts(key, typed))];
  return key === 'ownLinkHosts' && entries.length === 0 ? null : entries;
}

function parts(key: LinesKey, typed: string): readonly string[] {
  const mark = key === 'apologyTexts' ? /\n\s*\n/ : '\n';
  const pieces = key === 'correctionText' ? [typed] : typed.split(mark);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
