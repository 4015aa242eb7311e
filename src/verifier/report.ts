import type { Instant } from '../domain/clock.ts';
import { type Break, readEntry } from '../domain/journal/chain.ts';
import { checkJournal, type JournalVerdict, type Proofs } from '../domain/journal/check-journal.ts';
import { aheadOfLine, NOTABLE_DIFFERENCE_MS } from '../domain/journal/clocks.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { SignatureFault, SignatureVerdict, Stretch } from '../domain/journal/signatures.ts';
import { type JournalFile, readJournalFile } from './journal-file.ts';
import { type RulesNote, rulesNoteOf } from './rules-note.ts';

/** What is wrong with a file. `at` is the number of an entry, `line` that of a line; both count from 1. */
export type Fault =
  | { readonly kind: Break | SignatureFault; readonly at: number }
  | { readonly kind: 'odd-line'; readonly line: number }
  /** Nothing vouches for the end: entries after `after` may have been cut off. */
  | { readonly kind: 'no-end'; readonly after: number };

/** What is right and still has to be known. */
export type Note =
  | { readonly kind: 'unsigned-part'; readonly stretch: Stretch }
  | {
      readonly kind: 'gap';
      readonly at: number;
      readonly expected: number | null;
      readonly found: number | null;
    }
  /** Entries up to `last` were removed at `when` by the rule of how long they are kept. */
  | {
      readonly kind: 'pruned';
      readonly at: number;
      readonly last: number;
      readonly days: number;
      readonly when: Instant;
    }
  | { readonly kind: 'rekey'; readonly at: number }
  /** It was written later than it happened, from a note that nothing protected. */
  | { readonly kind: 'late'; readonly at: number }
  | { readonly kind: 'clock-jump'; readonly at: number; readonly byMs: number }
  /** The computer's clock and LINE's differed notably, for the first time or again; positive: the computer's was ahead. */
  | { readonly kind: 'clock-off'; readonly at: number; readonly byMs: number };

/** What came of checking a file. It is what Matta wrote exactly if there are no faults. */
export interface Report {
  readonly count: number;
  readonly span: { readonly first: Instant; readonly last: Instant } | null;
  readonly keys: SignatureVerdict['keys'];
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
  /** Who changed which rules, in order. */
  readonly rules: readonly RulesNote[];
}

/** Checks a file's text. @param trusted public keys that may have signed; null where none is known */
export async function reportOn(
  text: string,
  proofs: Proofs,
  trusted: readonly string[] | null,
): Promise<Report> {
  const file = readJournalFile(text);
  const verdict = await checkJournal(file.entries, file.head, proofs, trusted);
  const read = file.entries.map((stored) => readEntry(stored)).filter((entry) => entry !== null);
  const [first, last] = [read[0], read.at(-1)];
  return {
    count: file.entries.length,
    span: first === undefined || last === undefined ? null : { first: first.at, last: last.at },
    keys: verdict.signatures.keys,
    faults: faultsOf(file, verdict),
    notes: [
      ...verdict.signatures.unsigned.map((stretch) => ({ kind: 'unsigned-part' as const, stretch })),
      ...read.flatMap(noteOf),
      ...read.flatMap(({ seq, late }) => (late === true ? [{ kind: 'late' as const, at: seq }] : [])),
      ...clocksOff(read),
    ],
    rules: read.flatMap(rulesNoteOf),
  };
}

function faultsOf({ entries, head, oddLines }: JournalFile, { chain, signatures }: JournalVerdict): Fault[] {
  return [
    ...oddLines.map((line) => ({ kind: 'odd-line' as const, line })),
    ...(chain.kind === 'whole' ? [] : [chain]),
    ...(signatures.fault === null ? [] : [signatures.fault]),
    ...(head === null ? [{ kind: 'no-end' as const, after: entries.at(-1)?.seq ?? 0 }] : []),
  ];
}

function noteOf({ seq, at: when, event }: Entry): readonly Note[] {
  switch (event.kind) {
    case 'gap':
      return [{ kind: 'gap', at: seq, expected: event.expectedSeq, found: event.foundSeq }];
    case 'pruned':
      return [{ kind: 'pruned', at: seq, last: event.lastSeq, days: event.days, when }];
    case 'rekey':
      return [{ kind: 'rekey', at: seq }];
    case 'clock-jump':
      return [{ kind: 'clock-jump', at: seq, byMs: event.byMs }];
    default:
      return [];
  }
}

/** One note for each time the difference becomes another one: a clock that is wrong for a year is told of once. */
function clocksOff(entries: readonly Entry[]): readonly Note[] {
  const notes: Note[] = [];
  let told = 0;
  for (const entry of entries) {
    const byMs = entry.v === 1 ? null : aheadOfLine(entry.clocks);
    if (byMs === null || Math.abs(byMs - told) <= NOTABLE_DIFFERENCE_MS) continue;
    told = Math.abs(byMs) > NOTABLE_DIFFERENCE_MS ? byMs : 0;
    if (told !== 0) notes.push({ kind: 'clock-off', at: entry.seq, byMs });
  }
  return notes;
}
