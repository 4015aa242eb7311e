import type { Retrial } from '../../../domain/policy/retrial.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { fullTime } from '../../journal/event-facts.ts';
import { checkWords, itemWords } from '../../journal/name-words.ts';
import { textIn } from '../../policy-words/own-text.ts';
import { type Texts, useTexts } from '../../texts.ts';
import { outcomeOf, type RetrialOutcome } from './retrials.ts';

const OUTCOMES: Readonly<Record<RetrialOutcome, MessageKey>> = {
  stopped: 'supervisorPastStopped',
  'asked-more': 'supervisorPastMore',
  'asked-less': 'supervisorPastLess',
  same: 'supervisorPastSame',
};

/** One broadcast of the past that would have gone another way, and why. */
export function RetrialItem({ retrial }: { readonly retrial: Retrial }) {
  const texts = useTexts();
  const { t, languageTag } = texts;
  const { past } = retrial;
  const { people } = past.broadcast;
  const outcome = outcomeOf(retrial);
  return (
    <li class="card" data-outcome={outcome}>
      <p class="card-title">
        <span class="tag" data-level={outcome === 'stopped' ? 'block' : 'inform'}>
          {t(OUTCOMES[outcome])}
        </span>{' '}
        {fullTime(past.at, languageTag)}
      </p>
      <p class="quiet">
        <ForeignText text={past.account ?? t('journalAccountUnknown')} />
        {' / '}
        {people === null
          ? t('journalFactPeopleUnknown')
          : t('journalFactPeople', people.toLocaleString(languageTag))}
        {' / '}
        {t(past.wasSent ? 'supervisorPastSent' : 'supervisorPastNotSent')}
      </p>
      {linesOf(retrial, texts).map((line) => (
        <p key={line}>
          <ForeignText text={line} />
        </p>
      ))}
    </li>
  );
}

function linesOf(retrial: Retrial, { t, languageTag }: Texts): readonly string[] {
  const line = (key: MessageKey, names: readonly string[]) =>
    names.length === 0 ? [] : [t(key, names.join(t('supervisorListMark')))];
  const checks = (names: readonly string[]) => names.map((name) => checkWords(name, t));
  const questions = (items: Retrial['ownItems']) => items.map(({ text }) => textIn(text, languageTag));
  return [
    ...line('supervisorPastStops', checks(retrial.stops)),
    ...line('supervisorPastReasons', checks(retrial.reasons)),
    ...line('supervisorPastAsks', [
      ...retrial.asksMore.map((name) => itemWords(name, t)),
      ...questions(retrial.ownItems),
    ]),
    ...line('supervisorPastPerhaps', questions(retrial.ownItemsPerhaps)),
    ...line(
      'supervisorPastAsksLess',
      retrial.asksLess.map((name) => itemWords(name, t)),
    ),
  ];
}
