import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { csvTitles } from './csv-titles.ts';
import { policyFacts } from './event-facts.ts';
import { ExportButton } from './export-button.tsx';
import { csvForm, JSONL_FORM } from './export-journal.ts';
import type { JournalPorts } from './journal-ports.ts';
import { VerifyButton } from './verify-button.tsx';

/** Whether the journal is whole, and copies of it as files. */
export function CheckSection({ ports }: { readonly ports: JournalPorts }) {
  const { t } = useTexts();
  return (
    <Section title={t('journalVerifyHeading')}>
      <VerifyButton ports={ports} />
      <ExportButton
        ports={ports}
        form={csvForm(csvTitles(t), { changes: (event) => policyFacts(event, t) })}
        label={t('journalExportCsv')}
        help={t('journalExportCsvHelp')}
      />
      <ExportButton
        ports={ports}
        form={JSONL_FORM}
        label={t('journalExportJsonl')}
        help={t('journalExportJsonlHelp')}
      />
    </Section>
  );
}
