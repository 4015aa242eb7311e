import type { RuleKey, RuleValues } from './rules.ts';
import { canonicalText } from './same-value.ts';
import type { WindowChoice } from './window-choice.ts';

/** One part of a rule's value. `id` is the same exactly where nothing of the part differs, also what is not said of it. */
export interface ValuePart {
  readonly id: string;
  readonly text: string;
}

/** What stands for a value that lets everything through, such as every host or every other person. */
export const ANY = '*';

type PartsOf<Value> = (value: Value) => readonly ValuePart[];

const word: PartsOf<string | number> = (value) => parts([value], String);
const words: PartsOf<readonly string[]> = (value) => parts(value, (entry) => entry);
const named: PartsOf<Readonly<Record<string, string>>> = (value) =>
  parts(Object.entries(value), ([name, rank]) => `${name}=${rank}`);

const PARTS: { readonly [K in RuleKey]: PartsOf<RuleValues[K]> } = {
  network: word,
  lock: word,
  button: word,
  items: named,
  largeAudience: word,
  leadMinutes: word,
  checkLevels: named,
  cautionWords: words,
  ownLinkHosts: (hosts) => words(hosts ?? [ANY]),
  quietHours: ({ from, to }) => (from === to ? [] : word(`${clockText(from)}-${clockText(to)}`)),
  holidays: words,
  usualAudience: word,
  coolDownSeconds: word,
  secondPerson: word,
  // Of what a passphrase is proved with nothing is said.
  approvers: (approvers) => (approvers === null ? word(ANY) : parts(approvers, ({ name }) => name)),
  override: word,
  // The right answers are nobody's to read.
  customItems: (items) => parts(items, ({ id, text }) => `${id}: ${text.ja}`),
  correctionText: (text) => (text === '' ? [] : word(text)),
  contactNames: words,
  journalExcerpt: word,
  windows: (windows) =>
    parts(Object.entries(windows), ([account, choice]) => `${account}=${windowText(choice)}`),
  region: word,
  marginSeconds: word,
  warn: ({ warnMinutes, urgentMinutes }) => word(`${warnMinutes} / ${urgentMinutes}`),
  retentionDays: word,
  language: word,
  journalRetentionDays: word,
  anchors: (anchors) =>
    parts(Object.entries(anchors), ([name, selectors]) => `${name}=${selectors.join(' ')}`),
  apologyTexts: words,
};

/** A rule's value in parts, in words of no language; none for a value that says nothing. */
export function valueParts<K extends RuleKey>(key: K, value: RuleValues[K]): readonly ValuePart[] {
  const partsOf: PartsOf<RuleValues[K]> = PARTS[key];
  return partsOf(value);
}

/** `21:00` of the minutes since midnight. */
export function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function parts<E>(entries: readonly E[], textOf: (entry: E) => string): readonly ValuePart[] {
  return entries.map((entry) => ({ id: canonicalText(entry), text: textOf(entry) }));
}

function windowText(choice: WindowChoice): string {
  return choice.mode === 'custom' ? String(choice.minutes) : choice.mode;
}
