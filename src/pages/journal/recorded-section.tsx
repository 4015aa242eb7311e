import type { MessageKey } from '../../platform/i18n.ts';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';

/** What entries hold, as docs/privacy.md says at length. */
const RECORDED: readonly MessageKey[] = [
  'journalRecordedBroadcast',
  'journalRecordedAnswers',
  'journalRecordedTyped',
  'journalRecordedProof',
];

/** For the people whom the journal is about: what it holds, what it does not hold, and for how long. */
export function RecordedSection() {
  const { t } = useTexts();
  return (
    <Section title={t('journalRecordedHeading')}>
      <ul>
        {RECORDED.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t('journalRecordedNever')}</p>
      <p>{t('journalRecordedHowLong')}</p>
    </Section>
  );
}
