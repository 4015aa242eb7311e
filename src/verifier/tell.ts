import { shortKey } from '../domain/journal/check-journal.ts';
import type { Report } from './report.ts';
import { rulesLines } from './rules-lines.ts';
import { timeOf, type Words } from './words.ts';

/** A paragraph of the verdict; a list where it has items. */
export interface Told {
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
  readonly items: readonly string[];
}

/**
 * A report in plain words: first whether all is well, then what is wrong, what else is to be known, which rules were changed, and
 * whose keys.
 */
export function tell(report: Report, words: Words): readonly Told[] {
  const { count, span, keys, faults, notes, rules } = report;
  if (count === 0) return [{ tone: 'bad', text: words.empty, items: [] }];
  const isWhole = faults.length === 0;
  const extent = span === null ? [] : [words.entries(count, timeOf(span.first), timeOf(span.last))];
  return [
    { tone: isWhole ? 'good' : 'bad', text: isWhole ? words.whole : words.broken, items: extent },
    ...listed('bad', words.faultsTitle, faults.map(words.fault)),
    ...listed('plain', words.notesTitle, notes.map(words.note)),
    ...listed(
      'plain',
      words.rules.title,
      rules.flatMap((note) => rulesLines(note, words.rules)),
    ),
    keys.length === 0
      ? { tone: 'plain', text: words.noKeys, items: [] }
      : {
          tone: 'plain',
          text: `${words.keysTitle}: ${words.compareKeys}`,
          items: keys.map(({ key, from }) => words.key(shortKey(key), key, from)),
        },
  ];
}

/** Public keys as somebody typed them, apart from each other by anything; null where one of them is none. */
export function readKeys(typed: string): readonly string[] | null {
  const keys = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((key) => key !== '');
  return keys.every((key) => /^[0-9a-f]{64}$/.test(key)) ? keys : null;
}

function listed(tone: Told['tone'], text: string, items: readonly string[]): readonly Told[] {
  return items.length === 0 ? [] : [{ tone, text, items }];
}
