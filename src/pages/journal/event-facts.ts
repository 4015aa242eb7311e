import { longDate, timeOfDay } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/clock.ts';
import type { BroadcastCounts, JournalEvent } from '../../domain/journal/entry.ts';
import type { PolicyEvent } from '../../domain/journal/policy-event.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { ruleChangeLines, ruleWords } from '../policy-words/rule-change-words.ts';
import type { Texts } from '../texts.ts';
import { approvalFacts } from './approval-words.ts';
import { checkWords } from './name-words.ts';

const AUDIENCES: Readonly<Record<BroadcastCounts['audience'], MessageKey>> = {
  all: 'journalFactAll',
  narrowed: 'journalFactNarrowed',
  unclear: 'journalFactUnclear',
};

/** What an entry says besides its kind, one line each; some hold what somebody typed. */
export function eventFacts(event: JournalEvent, texts: Texts): readonly string[] {
  const { t } = texts;
  switch (event.kind) {
    case 'attempted':
      return [countsLine(event.broadcast, texts)];
    case 'asked':
      return event.findings.map((finding) => checkWords(finding, t));
    case 'answered':
      return event.value === undefined ? [] : [t('journalFactValue', event.value)];
    case 'released':
      return [
        countsLine(event.broadcast, texts),
        ...excerptLine(event.broadcast, texts),
        ...event.reasons.map(({ check, text }) => t('journalFactReasonFor', checkWords(check, t), text)),
        ...(event.person === null ? [] : [t('journalFactPerson', event.person)]),
        t('journalFactTook', Math.round(event.tookMs / 1_000)),
      ];
    case 'overridden':
      return [
        countsLine(event.broadcast, texts),
        ...excerptLine(event.broadcast, texts),
        t('journalFactReason', event.reason),
        ...(event.person === undefined ? [] : [t('journalFactPersonOut', event.person)]),
      ];
    case 'policy':
      return policyFacts(event, t);
    case 'approval':
      return approvalFacts(event, t);
    default:
      return [];
  }
}

/** The changed rules, and those that are gone or damaged. Entries from before values were kept, and changes that change no value, name the rules. */
export function policyFacts(event: PolicyEvent, t: Translate): readonly string[] {
  const { keys, kept } = event;
  const changes = ruleChangeLines(event, t);
  const namesOf = (rules: readonly string[]) => rules.map((rule) => ruleWords(rule, t)).join(', ');
  return [
    ...changes,
    ...(changes.length > 0 || keys.length === 0 ? [] : [t('journalFactPolicyKeys', namesOf(keys))]),
    ...(kept.length === 0 ? [] : [t('journalFactPolicyKept', namesOf(kept))]),
  ];
}

function excerptLine({ excerpt }: BroadcastCounts, { t }: Texts): readonly string[] {
  return excerpt === undefined ? [] : [t('journalFactExcerpt', excerpt)];
}

/** A moment with its date: the journal goes back more than a year. */
export function fullTime(at: Instant, languageTag: string): string {
  return `${longDate(at, languageTag)} ${timeOfDay(at)}`;
}

function countsLine(broadcast: BroadcastCounts, { t, languageTag }: Texts): string {
  const { audience, people, scheduledAt, bubbles, letters, links, voom } = broadcast;
  return [
    t(AUDIENCES[audience]),
    people === null
      ? t('journalFactPeopleUnknown')
      : t('journalFactPeople', people.toLocaleString(languageTag)),
    ...(scheduledAt === null ? [] : [t('journalFactScheduled', fullTime(scheduledAt, languageTag))]),
    t('journalFactContent', bubbles, letters, links),
    ...(voom === true ? [t('journalFactVoom')] : []),
  ].join(' / ');
}
