import type { Fault, Note } from './report.ts';

/** Everything that the verifier says, in one language. It stands alone, without the extension's catalogues. */
export interface Words {
  readonly tag: 'ja' | 'en';
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly keyLabel: string;
  readonly keyHelp: string;
  readonly checking: string;
  readonly cannotCheck: string;
  readonly keyError: string;
  readonly whole: string;
  readonly broken: string;
  readonly empty: string;
  readonly faultsTitle: string;
  readonly notesTitle: string;
  readonly keysTitle: string;
  readonly entries: (count: number, first: string, last: string) => string;
  readonly key: (short: string, full: string, from: number) => string;
  readonly noKeys: string;
  readonly compareKeys: string;
  readonly fault: (fault: Fault) => string;
  readonly note: (note: Note) => string;
}

/** Milliseconds as whole minutes, for people. */
export function minutesOf(ms: number): number {
  return Math.round(Math.abs(ms) / 60_000);
}

/** The day of a moment, in UTC like all times of the report: `2027-12-31`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
