import type { BasicId } from '../broadcast/basic-id.ts';
import { type Instant, MINUTE } from '../clock.ts';
import type { Sending } from './sendings.ts';
import type { SentRow } from './sent-list.ts';

/** A row of LINE's list and the journal's entry about the same broadcast. `peopleDiffer`: both say how many, and not the same. */
export interface Match {
  readonly row: SentRow;
  readonly sending: Sending;
  readonly peopleDiffer: boolean;
}

/** What came of comparing LINE's list with the journal. */
export interface Reconciliation {
  readonly matched: readonly Match[];
  /** Sent past Matta: by telephone, on another computer, by another tool; or before Matta was there. */
  readonly withoutEntry: readonly SentRow[];
  /** In the journal, within the time that the list covers, and not in the list. */
  readonly withoutRow: readonly Sending[];
}

/** A list says the minute; LINE may take some to begin. */
export const TOLERANCE_MS = 5 * MINUTE;

interface Pair {
  readonly row: SentRow;
  readonly sending: Sending;
  /** The closer first: by how the text begins, by whether the people are the same number, by time, by how far their numbers are apart. */
  readonly distance: readonly [number, number, number, number];
}

/** Matches each row with at most one entry, the closest pairs first. The order of rows and entries makes no difference. */
export function reconcile(rows: readonly SentRow[], sendings: readonly Sending[]): Reconciliation {
  const freeRows = new Set(rows);
  const freeSendings = new Set(sendings);
  const matched: Match[] = [];
  for (const { row, sending } of pairs(rows, sendings)) {
    if (!freeRows.has(row) || !freeSendings.has(sending)) continue;
    freeRows.delete(row);
    freeSendings.delete(sending);
    matched.push({ row, sending, peopleDiffer: differ(row.people, sending.people) });
  }
  const covered = spanOf(rows);
  return {
    matched: matched.toSorted((a, b) => a.row.at - b.row.at || a.row.line - b.row.line),
    withoutEntry: [...freeRows].toSorted((a, b) => a.at - b.at || a.line - b.line),
    withoutRow: [...freeSendings]
      .filter(({ at }) => at >= covered.from && at <= covered.to)
      .toSorted((a, b) => a.at - b.at || a.seq - b.seq),
  };
}

function pairs(rows: readonly SentRow[], sendings: readonly Sending[]): readonly Pair[] {
  const near = rows.flatMap((row) =>
    sendings
      .filter(({ at }) => Math.abs(at - row.at) <= TOLERANCE_MS)
      .map((sending) => ({ row, sending, distance: distanceOf(row, sending) })),
  );
  return near.toSorted(
    (a, b) =>
      a.distance[0] - b.distance[0] ||
      a.distance[1] - b.distance[1] ||
      a.distance[2] - b.distance[2] ||
      a.distance[3] - b.distance[3] ||
      a.row.line - b.row.line ||
      a.sending.seq - b.sending.seq,
  );
}

function distanceOf(row: SentRow, sending: Sending): Pair['distance'] {
  const apart = row.people === null || sending.people === null ? null : Math.abs(row.people - sending.people);
  const byText = beginAlike(row.title, sending.text) ? 0 : 1;
  const bySame = apart === null ? 1 : apart === 0 ? 0 : 2;
  return [byText, bySame, Math.abs(row.at - sending.at), apart ?? 0];
}

/** A list cuts texts, and so may the journal: one has to begin as the other does. */
function beginAlike(title: string, text: string | null): boolean {
  const [a, b] = [letters(title), letters(text ?? '')];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s.…]+/g, '');
}

function differ(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a !== b;
}

function spanOf(rows: readonly SentRow[]): { readonly from: Instant; readonly to: Instant } {
  const times = rows.map(({ at }) => at);
  return {
    from: Math.min(...times) - TOLERANCE_MS,
    to: Math.max(...times) + TOLERANCE_MS,
  };
}

/**
 * The account whose list this most likely is: the one with the most matches; null where the journal has none. LINE shows the list of
 * one account, and does not name it in it.
 */
export function likelyAccount(rows: readonly SentRow[], sendings: readonly Sending[]): BasicId | null {
  const accounts = accountsOf(sendings).map((account) => ({
    account,
    count: reconcile(rows, ofAccount(sendings, account)).matched.length,
  }));
  return accounts.toSorted((a, b) => b.count - a.count)[0]?.account ?? null;
}

/** The accounts that something was sent from, by name. */
export function accountsOf(sendings: readonly Sending[]): readonly BasicId[] {
  return [...new Set(sendings.flatMap(({ account }) => account ?? []))].toSorted();
}

/** What was sent from an account, and what may have been. */
export function ofAccount(sendings: readonly Sending[], wanted: BasicId | null): readonly Sending[] {
  return sendings.filter(({ account }) => account === null || account === wanted);
}
