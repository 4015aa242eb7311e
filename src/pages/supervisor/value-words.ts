import { fromTable } from '../../domain/policy/rule-table.ts';
import type { RuleKey, RuleSet, RuleValues } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { Texts } from '../texts.ts';
import { nameWords, rankWords } from './name-lines.ts';
import { textIn } from './own-text.ts';
import { CHOICE_WORDS } from './rule-choices.ts';
import { clockText, windowWords } from './time-words.ts';

/** A rule's value in words; of named values one line for each, of a list one for each entry. */
export function valueWords(key: RuleKey, value: RuleValues[RuleKey], texts: Texts): readonly string[] {
  const words = wordsOf(key, fromTable({ [key]: null }, () => value) as RuleSet, texts);
  return words.length === 0 ? [texts.t('supervisorValueNone')] : words;
}

function wordsOf(key: RuleKey, set: RuleSet, texts: Texts): readonly string[] {
  const { t, languageTag } = texts;
  switch (key) {
    case 'items':
    case 'checkLevels':
      return Object.entries(set[key] ?? {}).map(
        ([name, rank]) => `${nameWords(key, name, t)}${t('supervisorColon')}${rankWords(key, rank, t)}`,
      );
    case 'quietHours': {
      const { from, to } = set.quietHours ?? { from: 0, to: 0 };
      return from === to ? [] : [`${clockText(from)}–${clockText(to)}`];
    }
    case 'warn':
      return set.warn === undefined
        ? []
        : [t('supervisorWarnWords', set.warn.warnMinutes, set.warn.urgentMinutes)];
    case 'windows':
      return Object.entries(set.windows ?? {}).map(
        ([account, choice]) => `${account}${t('supervisorColon')}${windowWords(choice, t)}`,
      );
    case 'customItems':
      return (set.customItems ?? []).map(({ text }) => textIn(text, languageTag));
    case 'ownLinkHosts':
      return set.ownLinkHosts === null ? [t('supervisorLinksAny')] : (set.ownLinkHosts ?? []);
    case 'approvers':
      return set.approvers === null
        ? [t('optionsApproversNone')]
        : (set.approvers ?? []).map(({ name }) => name);
    case 'anchors':
      return Object.entries(set.anchors ?? {}).map(
        ([part, selectors]) => `${part}${t('supervisorColon')}${selectors.join(' ')}`,
      );
    case 'cautionWords':
    case 'holidays':
    case 'contactNames':
    case 'apologyTexts':
      return set[key] ?? [];
    case 'correctionText':
      return [set.correctionText ?? ''].filter((text) => text !== '');
    case 'largeAudience':
    case 'leadMinutes':
    case 'coolDownSeconds':
    case 'marginSeconds':
    case 'retentionDays':
    case 'journalRetentionDays':
      return [(set[key] ?? 0).toLocaleString(languageTag)];
    default:
      return [choiceWords(CHOICE_WORDS[key], set[key], t)];
  }
}

function choiceWords(
  words: Readonly<Record<string, MessageKey>>,
  value: string | undefined,
  t: Texts['t'],
): string {
  const key = value === undefined ? undefined : words[value];
  return key === undefined ? (value ?? '') : t(key);
}
