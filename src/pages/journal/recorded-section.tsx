import type { MessageKey } from '../../platform/i18n.ts';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { Recording } from './recording.ts';

/** What entries hold, as docs/privacy.md says at length. */
const RECORDED: readonly MessageKey[] = [
  'journalRecordedBroadcast',
  'journalRecordedAnswers',
  'journalRecordedTyped',
  'journalRecordedSettings',
  'journalRecordedProof',
];

const OF_THE_TEXT = {
  none: 'journalRecordedNever',
  first20: 'journalRecordedFirst20',
  full: 'journalRecordedFull',
} as const satisfies Record<Recording['excerpt'], MessageKey>;

/** For the people whom the journal is about: what it holds, what it does not hold, and for how long. */
export function RecordedSection({ recording }: { readonly recording: Recording }) {
  const { t } = useTexts();
  return (
    <Section title={t('journalRecordedHeading')}>
      <ul class="recorded">
        {RECORDED.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t(OF_THE_TEXT[recording.excerpt])}</p>
      <p>{t('journalRecordedHowLong', recording.days)}</p>
    </Section>
  );
}
