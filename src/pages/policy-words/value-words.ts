import type { RuleKey, RuleValues } from '../../domain/policy/rules.ts';
import { clockText } from '../../domain/policy/value-text.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { Texts } from '../texts.ts';
import { type NamedKey, nameWords, rankWords } from './name-lines.ts';
import { textIn } from './own-text.ts';
import { CHOICE_WORDS } from './rule-choices.ts';
import { windowWords } from './time-words.ts';

/** The lines of one rule's value; none for a value that says nothing. */
type Lines<Value> = (value: Value, texts: Texts) => readonly string[];

const asItStands: Lines<readonly string[]> = (entries) => entries;
const number: Lines<number> = (value, { languageTag }) => [value.toLocaleString(languageTag)];

const LINES: { readonly [K in RuleKey]: Lines<RuleValues[K]> } = {
  network: choice(CHOICE_WORDS.network),
  lock: choice(CHOICE_WORDS.lock),
  button: choice(CHOICE_WORDS.button),
  items: ranked('items'),
  largeAudience: number,
  leadMinutes: number,
  checkLevels: ranked('checkLevels'),
  cautionWords: asItStands,
  ownLinkHosts: (hosts, { t }) => hosts ?? [t('supervisorLinksAny')],
  quietHours: ({ from, to }) => (from === to ? [] : [`${clockText(from)}–${clockText(to)}`]),
  holidays: asItStands,
  usualAudience: choice(CHOICE_WORDS.usualAudience),
  coolDownSeconds: number,
  secondPerson: choice(CHOICE_WORDS.secondPerson),
  approvers: (approvers, { t }) => approvers?.map(({ name }) => name) ?? [t('optionsApproversNone')],
  override: choice(CHOICE_WORDS.override),
  customItems: (items, { languageTag }) => items.map(({ text }) => textIn(text, languageTag)),
  correctionText: (text) => [text].filter((line) => line !== ''),
  contactNames: asItStands,
  journalExcerpt: choice(CHOICE_WORDS.journalExcerpt),
  windows: named(windowWords),
  region: choice(CHOICE_WORDS.region),
  marginSeconds: number,
  warn: ({ warnMinutes, urgentMinutes }, { t }) => [t('supervisorWarnWords', warnMinutes, urgentMinutes)],
  retentionDays: number,
  language: choice(CHOICE_WORDS.language),
  journalRetentionDays: number,
  anchors: named((selectors) => selectors.join(' ')),
  apologyTexts: asItStands,
};

/** A rule's value in words; of named values one line for each, of a list one for each entry. */
export function valueWords<K extends RuleKey>(key: K, value: RuleValues[K], texts: Texts): readonly string[] {
  const linesOf: Lines<RuleValues[K]> = LINES[key];
  const words = linesOf(value, texts);
  return words.length === 0 ? [texts.t('supervisorValueNone')] : words;
}

function choice<Value extends string>(words: Readonly<Record<Value, MessageKey>>): Lines<Value> {
  return (value, { t }) => [t(words[value])];
}

function ranked(of: NamedKey): Lines<Readonly<Record<string, string>>> {
  return (ranks, { t }) =>
    Object.entries(ranks).map(
      ([name, rank]) => `${nameWords(of, name, t)}${t('supervisorColon')}${rankWords(of, rank, t)}`,
    );
}

function named<Value>(
  words: (value: Value, t: Texts['t']) => string,
): Lines<Readonly<Record<string, Value>>> {
  return (values, { t }) =>
    Object.entries(values).map(([name, value]) => `${name}${t('supervisorColon')}${words(value, t)}`);
}
