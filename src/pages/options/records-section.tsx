import { useState } from 'preact/hooks';
import type { Translate } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';
import { exportRecords } from './export-records.ts';
import { RETENTION_DAYS } from './limits.ts';
import { NumberField } from './number-field.tsx';
import type { OptionsPorts } from './options-ports.ts';
import { Section } from './section.tsx';
import type { EditedPolicy } from './use-policy.ts';

export interface RecordsSectionProps {
  readonly edited: EditedPolicy;
  readonly ports: OptionsPorts;
}

/** How long records are kept, and a copy of them as a file. */
export function RecordsSection({ edited, ports }: RecordsSectionProps) {
  const { t } = useTexts();
  const { policy, save, outcomeOf } = edited;
  const { least, most } = RETENTION_DAYS;
  return (
    <Section title={t('optionsDataHeading')}>
      <p>{t('optionsDataIntro')}</p>
      <NumberField
        id="retention"
        label={t('optionsRetention')}
        help={t('optionsRetentionHelp')}
        value={policy.retentionDays}
        limits={RETENTION_DAYS}
        problem={t('optionsNumberError', least, most, policy.retentionDays)}
        outcome={outcomeOf('retention')}
        onSave={(retentionDays) => save('retention', (last) => ({ ...last, retentionDays }))}
      />
      <ExportButton ports={ports} />
    </Section>
  );
}

interface ExportProgress {
  readonly step: 'running' | 'done' | 'failed';
  readonly count: number;
}

function ExportButton({ ports }: { readonly ports: OptionsPorts }) {
  const { t } = useTexts();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const start = () => {
    setProgress({ step: 'running', count: 0 });
    exportRecords(ports, (count) => setProgress({ step: 'running', count })).then(
      (count) => setProgress({ step: 'done', count }),
      () => setProgress({ step: 'failed', count: 0 }),
    );
  };
  return (
    <div class="field">
      <div class="field-row">
        <Button onPress={start} disabled={progress?.step === 'running'} describedBy="export-help">
          {t('optionsExport')}
        </Button>
        <Outcome outcome={progress === null ? null : progressText(progress, t)} />
      </div>
      <p class="field-help" id="export-help">
        {t('optionsExportHelp')}
      </p>
    </div>
  );
}

function progressText({ step, count }: ExportProgress, t: Translate): OutcomeText {
  switch (step) {
    case 'running':
      return { tone: 'running', text: t('optionsExportRunning', count) };
    case 'done':
      return { tone: 'done', text: count === 0 ? t('optionsExportEmpty') : t('optionsExportDone', count) };
    case 'failed':
      return { tone: 'failed', text: t('optionsExportFailed') };
  }
}
