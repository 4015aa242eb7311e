import { fullTime } from '../../journal/event-facts.ts';
import { useTexts } from '../../texts.ts';
import type { Sample } from './samples.ts';

/** What a practice broadcast is: to whom, when, and its text. */
export function SampleCard({ sample: { broadcast, page } }: { readonly sample: Sample }) {
  const { t, languageTag } = useTexts();
  const { audience, schedule, bubbles, voom } = broadcast;
  const facts = [
    t(audience.kind === 'all' ? 'journalFactAll' : 'journalFactNarrowed'),
    t('journalFactPeople', (page.people ?? 0).toLocaleString(languageTag)),
    schedule.kind === 'at' ? t('journalFactScheduled', fullTime(schedule.at, languageTag)) : t('gateWhenNow'),
    ...(voom === true ? [t('journalFactVoom')] : []),
  ];
  return (
    <figure class="card sample">
      <figcaption class="quiet">{facts.join(' / ')}</figcaption>
      {bubbles.map(({ text }) => (
        <p class="bubble" key={text}>
          {text}
        </p>
      ))}
    </figure>
  );
}
