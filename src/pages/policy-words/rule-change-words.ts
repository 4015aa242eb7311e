import type { PolicyEvent, RuleChange } from '../../domain/journal/policy-event.ts';
import { isRuleKey } from '../../domain/policy/rules.ts';
import { ANY } from '../../domain/policy/value-text.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { nameWords, rankWords } from './name-lines.ts';
import { CHOICE_WORDS } from './rule-choices.ts';
import { RULE_NAMES } from './rule-names.ts';

/** Every word that can be chosen of a rule, by rule. */
const CHOICES: ReadonlyMap<string, ReadonlyMap<string, MessageKey>> = new Map(
  Object.entries(CHOICE_WORDS).map(([rule, words]) => [rule, new Map(Object.entries(words))]),
);

const WINDOWS: ReadonlyMap<string, MessageKey> = new Map([
  ['automatic', 'optionsWindowAutomatic'],
  ['hour', 'optionsWindowHour'],
  ['day', 'optionsWindowDay'],
]);

/** What an entry of the journal says of changed rules, one line for each; none where it is from before values were kept. */
export function ruleChangeLines({ changes, more }: PolicyEvent, t: Translate): readonly string[] {
  const lines = (changes ?? []).map((change) => changeLine(change, t));
  return more === undefined ? lines : [...lines, t('journalFactMore', more)];
}

/** A rule of the journal in a few words; its name where this version does not know it. */
export function ruleWords(rule: string, t: Translate): string {
  return isRuleKey(rule) ? t(RULE_NAMES[rule]) : rule;
}

function changeLine(change: RuleChange, t: Translate): string {
  const { rule, account, before, after, isDefault } = change;
  const name = isDefault === true ? t('journalRuleDefault', ruleWords(rule, t)) : ruleWords(rule, t);
  const about = account === null ? name : `${account} ${name}`;
  // One of them has only more than the other.
  if (before === '' && after !== null) return t('journalFactAdded', about, valueText(rule, after, t));
  if (after === '' && before !== null) return t('journalFactTakenAway', about, valueText(rule, before, t));
  if (before === after) return t('journalFactSameWords', about, valueText(rule, before, t));
  return t('journalFactChange', about, valueText(rule, before, t), valueText(rule, after, t));
}

function valueText(rule: string, text: string | null, t: Translate): string {
  if (text === null) return t('supervisorNotDecided');
  if (text === '') return t('supervisorValueNone');
  return text
    .split('\n')
    .map((line) => lineWords(rule, line, t))
    .join(t('supervisorListMark'));
}

/** A line that a later version wrote, or that was cut, stays as it is. */
function lineWords(rule: string, line: string, t: Translate): string {
  if (line === ANY) return t('journalAnyValue');
  const choice = CHOICES.get(rule)?.get(line);
  if (choice !== undefined) return t(choice);
  const [, name, said] = /^([^=]+)=(.+)$/.exec(line) ?? [];
  return name === undefined || said === undefined ? line : (namedWords(rule, name, said, t) ?? line);
}

function namedWords(rule: string, name: string, said: string, t: Translate): string | null {
  if (rule === 'items' || rule === 'checkLevels') {
    return `${nameWords(rule, name, t)}${t('supervisorColon')}${rankWords(rule, said, t)}`;
  }
  if (rule !== 'windows') return null;
  const key = WINDOWS.get(said);
  return `${name}${t('supervisorColon')}${key === undefined ? t('supervisorMinutes', said) : t(key)}`;
}
