import type { Match } from '../../domain/journal/reconcile.ts';
import type { Sending } from '../../domain/journal/sendings.ts';
import type { SentRow } from '../../domain/journal/sent-list.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { Texts } from '../texts.ts';
import { fullTime } from './event-facts.ts';

const HOW = {
  checked: null,
  override: 'reconcileOverride',
  unconfirmed: 'reconcileUnconfirmed',
} as const satisfies Record<Sending['how'], MessageKey | null>;

/** A row of LINE's list in one line. */
export function rowWords({ line, at, people, title }: SentRow, texts: Texts): string {
  const { t, languageTag } = texts;
  return joined([
    fullTime(at, languageTag),
    title,
    people === null ? '' : t('journalFactPeople', people.toLocaleString(languageTag)),
    t('reconcileRow', line),
  ]);
}

/** An entry of the journal in one line. */
export function sendingWords({ seq, at, people, text, how, account }: Sending, texts: Texts): string {
  const { t, languageTag } = texts;
  const key = HOW[how];
  return joined([
    fullTime(at, languageTag),
    account ?? '',
    text ?? '',
    people === null ? '' : t('journalFactPeople', people.toLocaleString(languageTag)),
    key === null ? '' : t(key),
    t('reconcileEntry', seq),
  ]);
}

/** Whether somebody should look at a broadcast that both have: it went past the checklist, or to others than it was checked for. */
export function isOdd({ sending, peopleDiffer }: Match): boolean {
  return peopleDiffer || HOW[sending.how] !== null;
}

/** What both say of one broadcast, and whether they say the same. */
export function matchWords({ row, sending, peopleDiffer }: Match, texts: Texts): string {
  const { t, languageTag } = texts;
  const number = (people: number | null) => people?.toLocaleString(languageTag) ?? '?';
  const key = HOW[sending.how];
  return joined([
    rowWords(row, texts),
    t('reconcileEntry', sending.seq),
    key === null ? '' : t(key),
    peopleDiffer ? t('reconcilePeopleDiffer', number(row.people), number(sending.people)) : '',
  ]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' / ');
}
