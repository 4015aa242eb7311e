import type { PassphraseStep } from '../domain/journal/policy-event.ts';
import type { Fault, Note } from './report.ts';
import type { ChangedBy } from './rules-note.ts';

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
  readonly cannotRead: (file: string) => string;
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
  readonly rules: RulesWords;
}

/** What is said of changed rules and of the passphrase before the settings. */
export interface RulesWords {
  readonly title: string;
  /** Where its words stand in each pair of `rule-words.ts`. */
  readonly language: 0 | 1;
  /** What stands before each line: the number of the entry, when it was, and whose rules. */
  readonly beginning: (at: number, when: string, by: ChangedBy) => string;
  readonly changed: (rule: string, before: string, after: string) => string;
  readonly added: (rule: string, after: string) => string;
  readonly takenAway: (rule: string, before: string) => string;
  /** Something that the journal does not keep is another. */
  readonly sameWords: (rule: string, value: string) => string;
  readonly recommended: (rule: string) => string;
  readonly notDecided: string;
  readonly none: string;
  readonly any: string;
  readonly colon: string;
  readonly listMark: string;
  readonly more: (count: number) => string;
  readonly namesOnly: (rules: string) => string;
  readonly kept: (rules: string) => string;
  readonly passphrase: Readonly<Record<PassphraseStep, string>>;
}

/** Milliseconds as whole minutes, for people. */
export function minutesOf(ms: number): number {
  return Math.round(Math.abs(ms) / 60_000);
}

/** The day of a moment, in UTC like all times of the report: `2027-12-31`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A moment, in UTC, so that two people who look at the same file read the same. */
export function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
