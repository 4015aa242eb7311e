import { LONGEST_VALUE, MOST_CHANGES, type PolicyEvent, type RuleChange } from '../journal/policy-event.ts';
import type { PolicyChange } from './policy-changes.ts';
import type { RuleKey, RuleValues } from './rules.ts';
import { type ValuePart, valueParts } from './value-text.ts';

/** What the journal keeps of changed values. */
export type NotedChanges = Pick<PolicyEvent, 'changes' | 'more'>;

/**
 * Changes as an entry of the journal says them: the parts that differ, shortened, and no more than an entry can hold.
 * @param recommended changes of what may be changed
 */
export function notedChanges(
  changes: readonly PolicyChange[],
  recommended: readonly PolicyChange[] = [],
): NotedChanges {
  const all = [
    ...changes.map(noted),
    ...recommended.map((change) => ({ ...noted(change), isDefault: true as const })),
  ];
  const more = all.length - MOST_CHANGES;
  return { changes: all.slice(0, MOST_CHANGES), ...(more > 0 ? { more } : {}) };
}

function noted({ key, account, before, after }: PolicyChange): RuleChange {
  const [had, has] = [partsOf(key, before), partsOf(key, after)];
  const [gone, come] = [without(had, has), without(has, had)];
  // Where only their order differs both are said whole.
  const isOrder = gone?.length === 0 && come?.length === 0;
  const [was, is] = isOrder ? [had, has] : [gone, come];
  return { rule: key, account, before: textOf(was), after: textOf(is) };
}

type Parts = readonly ValuePart[] | null;

/** Null: nothing was decided. */
function partsOf(key: RuleKey, value: RuleValues[RuleKey] | undefined): Parts {
  return value === undefined ? null : valueParts(key, value);
}

function without(parts: Parts, others: Parts): Parts {
  const ids = new Set(others?.map(({ id }) => id));
  return parts === null ? null : parts.filter(({ id }) => !ids.has(id));
}

function textOf(parts: Parts): string | null {
  return parts === null ? null : shortText(parts.map(({ text }) => text));
}

function shortText(texts: readonly string[]): string {
  const lines: string[] = [];
  let letters = 0;
  for (const line of texts.map(plain)) {
    letters += line.length + 1;
    if (lines.length > 0 && letters > LONGEST_VALUE) break;
    lines.push(line);
  }
  const left = texts.length - lines.length;
  return [...lines, ...(left === 0 ? [] : [`…(+${left})`])].join('\n');
}

/** On one line, without signs that nobody sees. */
function plain(text: string): string {
  const line = text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  if (line.length <= LONGEST_VALUE) return line;
  return `${line.slice(0, LONGEST_VALUE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
