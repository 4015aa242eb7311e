import { type Instant, MINUTE } from '../clock.ts';
import { readEntry } from './chain.ts';
import { csvCell } from './csv-cell.ts';
import type { BroadcastCounts, Entry, JournalEvent, StoredEntry } from './entry.ts';
import type { PolicyEvent } from './policy-event.ts';

/**
 * The columns of the table, in order. `what` is what the kind of entry is about, `text` what a person typed; `operator`: who asked
 * for the approval that an entry is about; `late`: the entry was written later, from a note that nothing protected until then.
 */
export const CSV_COLUMNS = [
  'seq',
  'at',
  'late',
  'account',
  'attempt',
  'kind',
  'what',
  'text',
  'person',
  'operator',
  'changes',
  'audience',
  'people',
  'scheduledAt',
  'bubbles',
  'letters',
  'links',
  'voom',
  'excerpt',
  'status',
  'seconds',
  'fingerprint',
  'extension',
  'hash',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
export type CsvTitles = Readonly<Record<CsvColumn, string>>;

/** What the table says in the reader's language. */
export interface CsvWords {
  /** The changed rules of an entry, and those that are gone or damaged, one line for each. */
  readonly changes: (event: PolicyEvent) => readonly string[];
}

type Cells = Partial<Record<CsvColumn, string | number | boolean | null>>;

/** Spreadsheets take a file for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\ufeff';
/** The last moment that is written with a year of four digits. */
const END_OF_9999 = Date.UTC(9999, 11, 31, 23, 59, 59);

/** The beginning of the file: the byte order mark and the titles of the columns, in the reader's language. */
export function csvHead(titles: CsvTitles): string {
  return BYTE_ORDER_MARK + csvLine(CSV_COLUMNS.map((column) => titles[column]));
}

/** Entries as lines of the table. An entry that cannot be read keeps its line, with its number and its hash. */
export function csvLines(entries: readonly StoredEntry[], words: CsvWords): string {
  return entries.map((stored) => csvLine(cellsOf(stored, words))).join('');
}

/** `2026-11-22 15:04:05 +09:00`: a moment as the clock on the wall showed it, `offsetMinutes` ahead of UTC. */
export function wallTime(at: Instant, offsetMinutes: number): string {
  const shown = new Date(Math.min(at + offsetMinutes * MINUTE, END_OF_9999)).toISOString();
  const ahead = Math.abs(offsetMinutes);
  const offset = [Math.floor(ahead / 60), ahead % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)} ${offsetMinutes < 0 ? '-' : '+'}${offset}`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function cellsOf(stored: StoredEntry, words: CsvWords): readonly string[] {
  const entry = readEntry(stored);
  const said = entry === null ? {} : { ...entryCells(entry), changes: changesCell(entry.event, words) };
  const cells: Cells = { ...said, seq: stored.seq, hash: stored.hash };
  return CSV_COLUMNS.map((column) => String(cells[column] ?? ''));
}

function changesCell(event: JournalEvent, { changes }: CsvWords): string | null {
  return event.kind === 'policy' ? changes(event).join('\n') : null;
}

function entryCells({ at, late, offsetMinutes, extension, attempt, account, event }: Entry): Cells {
  return {
    at: wallTime(at, offsetMinutes),
    late: late ?? null,
    extension,
    attempt,
    account,
    kind: event.kind,
    ...eventCells(event, offsetMinutes),
  };
}

function eventCells(event: JournalEvent, offsetMinutes: number): Cells {
  switch (event.kind) {
    case 'attempted':
      return { what: event.source, ...countCells(event.broadcast, offsetMinutes) };
    case 'asked':
      return { what: [...event.items, ...event.findings, ...event.changes].join(' ') };
    case 'answered':
      return {
        what: event.unverified ? `${event.item} unverified` : event.item,
        text: event.value ?? null,
      };
    case 'caught':
      return { what: event.by };
    case 'released':
      return {
        text: event.reasons.map(({ check, text }) => `${check}: ${text}`).join('\n'),
        person: event.person,
        seconds: Math.round(event.tookMs / 1_000),
        ...countCells(event.broadcast, offsetMinutes),
      };
    case 'overridden':
      return {
        text: event.reason,
        person: event.person ?? null,
        ...countCells(event.broadcast, offsetMinutes),
      };
    case 'outcome':
      return { what: event.outcome, status: event.status };
    case 'unconfirmed':
      return { what: event.why, status: event.status };
    case 'refused':
      return { what: event.why };
    case 'blocked':
      return { what: event.requestType };
    case 'observed':
      return { what: event.layer };
    case 'policy':
      return {
        what: [event.origin, ...event.keys].filter(Boolean).join(' '),
        fingerprint: event.after,
      };
    case 'passphrase':
      return { what: event.step };
    case 'approval':
      return {
        what: [
          event.step,
          event.way,
          event.isVerified ? 'verified' : null,
          event.unseen ? 'unseen' : null,
          ...event.items,
        ]
          .filter(Boolean)
          .join(' '),
        text: event.reason,
        person: event.person,
        operator: event.operator,
      };
    case 'unrecognised':
      return { what: event.place };
    case 'gap':
      return { what: `${event.why} ${event.expectedSeq ?? '?'} ${event.foundSeq ?? '?'}` };
    case 'pruned':
      return { what: `1-${event.lastSeq}, ${event.days} d`, fingerprint: event.lastHash };
    case 'rekey':
      return { what: event.former };
    case 'clock-jump':
      return { seconds: Math.round(event.byMs / 1_000) };
  }
}

function countCells(broadcast: BroadcastCounts, offsetMinutes: number): Cells {
  const { scheduledAt, ...counts } = broadcast;
  return { ...counts, scheduledAt: scheduledAt === null ? null : wallTime(scheduledAt, offsetMinutes) };
}
