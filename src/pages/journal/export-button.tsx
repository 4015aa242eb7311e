import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { type ExportProgress, progressText } from '../export-progress.ts';
import { useTexts } from '../texts.ts';
import { exportJournal, type FileForm } from './export-journal.ts';
import type { JournalPorts } from './journal-ports.ts';

export interface ExportButtonProps {
  readonly ports: JournalPorts;
  readonly form: FileForm;
  readonly label: string;
  readonly help: string;
}

/** Saves the journal as a file of one form, and says how far it is and how it went. */
export function ExportButton({ ports, form, label, help }: ExportButtonProps) {
  const { t } = useTexts();
  const id = useId();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const start = () => {
    setProgress({ step: 'running', count: 0 });
    exportJournal(ports, form, (count) => setProgress({ step: 'running', count })).then(
      (count) => setProgress({ step: 'done', count }),
      () => setProgress({ step: 'failed', count: 0 }),
    );
  };
  return (
    <div class="field">
      <div class="field-row">
        <Button onPress={start} disabled={progress?.step === 'running'} describedBy={id}>
          {label}
        </Button>
        <Outcome outcome={progress === null ? null : progressText(progress, t)} />
      </div>
      <p class="field-help" id={id}>
        {help}
      </p>
    </div>
  );
}
