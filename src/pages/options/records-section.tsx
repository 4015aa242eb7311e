import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { type ExportProgress, progressText } from '../export-progress.ts';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { exportRecords } from './export-records.ts';
import { RETENTION_DAYS } from './limits.ts';
import { NumberField } from './number-field.tsx';
import type { OptionsPorts } from './options-ports.ts';
import { originOf } from './origin.ts';
import type { EditedPolicy } from './use-policy.ts';

export interface RecordsSectionProps {
  readonly edited: EditedPolicy;
  readonly ports: OptionsPorts;
}

/** How long records are kept, and a copy of them as a file. */
export function RecordsSection({ edited, ports }: RecordsSectionProps) {
  const { t } = useTexts();
  const { policy, rules, save, outcomeOf } = edited;
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
        origin={originOf(rules.retentionDays, t)}
        outcome={outcomeOf('retention')}
        onSave={(retentionDays) => save('retention', (last) => ({ ...last, retentionDays }))}
      />
      <ExportButton ports={ports} />
    </Section>
  );
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
