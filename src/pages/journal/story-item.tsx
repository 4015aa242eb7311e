import { isoDateTime } from '../../domain/calendar.ts';
import { wallTime } from '../../domain/journal/export-csv.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useTexts } from '../texts.ts';
import { eventFacts, fullTime } from './event-facts.ts';
import { eventWords } from './event-words.ts';
import { beginsEarlier, type SeenEntry, type Story } from './stories.ts';
import { stepsOf } from './story-steps.ts';

export interface StoryItemProps {
  readonly story: Story;
  readonly isAllRead: boolean;
}

/** One attempt from its beginning to its end in a line of plain words, and each entry of it below on demand. */
export function StoryItem({ story, isAllRead }: StoryItemProps) {
  const { t, languageTag } = useTexts();
  const { entries } = story;
  const first = entries.find(({ entry }) => entry !== null)?.entry ?? null;
  const steps = stepsOf(entries, t);
  return (
    <li class="story">
      <p class="story-head">
        {first !== null && <time dateTime={isoDateTime(first.at)}>{fullTime(first.at, languageTag)}</time>}
        {first !== null && (
          <span class="story-account">
            {story.attempt === null ? (
              t('journalWithoutAttempt')
            ) : (
              <ForeignText text={first.account ?? t('journalAccountUnknown')} />
            )}
          </span>
        )}
      </p>
      <ol class="steps">
        {beginsEarlier(story, isAllRead) && <li class="quiet">{t('journalEarlier')}</li>}
        {steps.map(({ seq, words, group, isLate }) => (
          <li key={seq} data-group={group}>
            <ForeignText text={words} />
            {isLate && <LateMark />}
          </li>
        ))}
      </ol>
      {/* That rules changed says nothing without what they were and are. */}
      <details open={first?.event.kind === 'policy'}>
        <summary>{t('journalDetails')}</summary>
        <ul class="entries">
          {entries.map((seen) => (
            <EntryItem key={seen.seq} seen={seen} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function EntryItem({ seen: { seq, entry } }: { readonly seen: SeenEntry }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <li>
      <p>
        <span class="entry-time">
          {entry !== null && `${wallTime(entry.at, entry.offsetMinutes)} `}
          {t('journalNumber', seq)}
        </span>{' '}
        <ForeignText text={entry === null ? t('journalDamaged') : eventWords(entry.event, t)} />
        {entry?.late === true && <LateMark />}
      </p>
      {entry?.late === true && <p class="entry-fact">{t('journalLateHelp')}</p>}
      {entry !== null &&
        eventFacts(entry.event, texts).map((fact) => (
          <p key={fact} class="entry-fact">
            <ForeignText text={fact} />
          </p>
        ))}
    </li>
  );
}

/** What protected nothing until it was written has to be told from the rest. */
function LateMark() {
  const { t } = useTexts();
  return <span class="late">{t('journalLate')}</span>;
}
