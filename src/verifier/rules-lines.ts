import type { PolicyEvent, RuleChange } from '../domain/journal/policy-event.ts';
import { ANY } from '../domain/policy/value-text.ts';
import { type Both, RULE_WORDS, VALUE_WORDS } from './rule-words.ts';
import type { RulesNote } from './rules-note.ts';
import { type RulesWords, timeOf } from './words.ts';

const RULES: ReadonlyMap<string, Both> = new Map(Object.entries(RULE_WORDS));
const VALUES: ReadonlyMap<string, Both> = new Map(Object.entries(VALUE_WORDS));

/** What an entry says of changed rules in plain words, one line for each rule. */
export function rulesLines(note: RulesNote, words: RulesWords): readonly string[] {
  const beginning = words.beginning(note.at, timeOf(note.when), note.by);
  const lines = note.kind === 'passphrase' ? [words.passphrase[note.step]] : policyLines(note.event, words);
  // A file may hold what Matta would not have written: nothing of it shall reach a terminal as a command.
  return lines.map((line) => `${beginning}${line.replaceAll(/\p{C}/gu, '')}`);
}

function policyLines({ changes, more, keys, kept }: PolicyEvent, words: RulesWords): readonly string[] {
  const names = (rules: readonly string[]) => rules.map((rule) => ruleName(rule, words)).join(words.listMark);
  const lines = [
    ...(changes ?? []).map((change) => changeLine(change, words)),
    ...(more === undefined ? [] : [words.more(more)]),
  ];
  return [
    ...(lines.length > 0 || keys.length === 0 ? lines : [words.namesOnly(names(keys))]),
    ...(kept.length === 0 ? [] : [words.kept(names(kept))]),
  ];
}

function changeLine({ rule, account, before, after, isDefault }: RuleChange, words: RulesWords): string {
  const name = isDefault === true ? words.recommended(ruleName(rule, words)) : ruleName(rule, words);
  const about = account === null ? name : `${account} ${name}`;
  const [was, is] = [valueWords(rule, before, words), valueWords(rule, after, words)];
  if (before === '' && after !== null) return words.added(about, is);
  if (after === '' && before !== null) return words.takenAway(about, was);
  return before === after ? words.sameWords(about, was) : words.changed(about, was, is);
}

function ruleName(rule: string, { language }: RulesWords): string {
  return RULES.get(rule)?.[language] ?? rule;
}

function valueWords(rule: string, text: string | null, words: RulesWords): string {
  if (text === null) return words.notDecided;
  if (text === '') return words.none;
  const lines = text.split('\n').map((line) => (line === ANY ? words.any : lineWords(rule, line, words)));
  return lines.join(words.listMark);
}

/** The words of a choice, or of a name and what is said of it; else the line as it stands. */
function lineWords(rule: string, line: string, { language, colon }: RulesWords): string {
  const meaning = (word: string) => VALUES.get(`${rule} ${word}`)?.[language];
  const [, name, said] = /^([^=]+)=(.+)$/.exec(line) ?? [];
  if (name === undefined || said === undefined) return meaning(line) ?? line;
  const [nameMeaning, saidMeaning] = [meaning(name), meaning(said)];
  return saidMeaning === undefined ? line : `${nameMeaning ?? name}${colon}${saidMeaning}`;
}
