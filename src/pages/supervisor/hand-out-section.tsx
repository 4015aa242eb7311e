import { isoDate } from '../../domain/calendar.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';

export interface HandOutSectionProps {
  /** The draft as a file holds it. */
  readonly policyText: string;
  readonly isEmpty: boolean;
  readonly ports: Pick<SupervisorPorts, 'clock' | 'saveFile'>;
}

/** The draft as a file, and what it takes until it holds anywhere. */
export function HandOutSection({ policyText, isEmpty, ports }: HandOutSectionProps) {
  const { t } = useTexts();
  // Not the name of a signed file: nobody shall carry the wrong one to the computers.
  const save = () =>
    ports.saveFile(`matta-draft-${isoDate(ports.clock.now())}.json`, 'application/json', [policyText]);
  return (
    <Section title={t('supervisorHandOutHeading')}>
      <p>{t('supervisorHandOutIntro')}</p>
      <div class="field">
        <Button look="main" onPress={save} disabled={isEmpty} describedBy="export-help">
          {t('supervisorExport')}
        </Button>
        <p class="field-help" id="export-help">
          {t(isEmpty ? 'supervisorExportEmpty' : 'supervisorExportHelp')}
        </p>
      </div>
    </Section>
  );
}
