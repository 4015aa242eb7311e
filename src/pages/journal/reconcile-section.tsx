import { useState } from 'preact/hooks';
import type { Sending } from '../../domain/journal/sendings.ts';
import { readSentList, type SentList } from '../../domain/journal/sent-list.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { Section } from '../section.tsx';
import { type Texts, useTexts } from '../texts.ts';
import type { JournalPorts } from './journal-ports.ts';
import { readSendings } from './read-sendings.ts';
import { ReconcileResult } from './reconcile-result.tsx';

type Progress =
  | { readonly step: 'empty' }
  | { readonly step: 'running'; readonly count: number }
  | { readonly step: 'failed' }
  | { readonly step: 'done'; readonly list: SentList; readonly sendings: readonly Sending[] };

export interface ReconcileSectionProps {
  readonly ports: Pick<JournalPorts, 'stepFrom' | 'clock'>;
}

/** LINE's own list of what was sent, pasted by a supervisor, against the journal: what was sent past Matta shows only here. */
export function ReconcileSection({ ports }: ReconcileSectionProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const start = () => {
    if (text.trim() === '') {
      setProgress({ step: 'empty' });
      return;
    }
    const list = readSentList(text, ports.clock.now());
    setProgress({ step: 'running', count: 0 });
    readSendings(ports, (count) => setProgress({ step: 'running', count })).then(
      (sendings) => setProgress({ step: 'done', list, sendings }),
      () => setProgress({ step: 'failed' }),
    );
  };
  return (
    <Section title={t('reconcileHeading')}>
      <Field
        id="sent-list"
        label={t('reconcileField')}
        help={t('reconcileHelp')}
        error={progress?.step === 'empty' ? t('reconcileEmpty') : null}
        control={(control) => (
          <textarea
            {...control}
            class="input pasted"
            rows={6}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      />
      <div class="field-row">
        <Button onPress={start} disabled={progress?.step === 'running'}>
          {t('reconcileStart')}
        </Button>
        <Outcome outcome={progress === null ? null : outcomeText(progress, t)} />
      </div>
      {progress?.step === 'done' && <ReconcileResult {...progress} />}
    </Section>
  );
}

function outcomeText(progress: Progress, t: Texts['t']): OutcomeText | null {
  switch (progress.step) {
    case 'running':
      return { tone: 'running', text: t('reconcileRunning', progress.count) };
    case 'failed':
      return { tone: 'failed', text: t('reconcileFailed') };
    case 'done':
      return progress.list.rows.length === 0 ? { tone: 'failed', text: t('reconcileNone') } : null;
    case 'empty':
      return null;
  }
}
