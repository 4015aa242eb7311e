import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Clock } from '../../domain/clock.ts';
import type { SettledRules } from '../../domain/policy/effective-policy.ts';
import { Notice } from '../../ui/notice.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { type ChosenFile, FileChoice } from '../file-choice.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { IMPORT_FAULT_WORDS } from './import-fault-words.ts';
import { openText, type Preview, previewFile } from './read-signed-file.ts';
import { SignedFacts } from './signed-facts.tsx';
import { SignedPreview } from './signed-preview.tsx';
import type { ImportAnswer, SupervisorPorts } from './supervisor-ports.ts';
import type { Lock } from './use-lock.ts';

export interface SignedSectionProps {
  readonly ports: SupervisorPorts;
  readonly clock: Clock;
  readonly lock: Lock;
  /** Whatever changes them may have changed the signed file. */
  readonly rules: SettledRules;
}

/** The rules that a supervisor has signed: which there are, and where a file is taken. */
export function SignedSection({ ports, clock, lock, rules }: SignedSectionProps) {
  const { t } = useTexts();
  const load = useCallback(async () => {
    const { file, isAltered } = await ports.signedFile();
    return { current: await openText(file, ports), isAltered };
  }, [ports]);
  const { value, reload } = useLoaded(load);
  const current = value?.current ?? null;
  const isAltered = value?.isAltered === true;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [outcome, setOutcome] = useState<OutcomeText | null>(null);
  // Asked for again whenever something has changed that holds.
  useEffect(reload, [rules, reload]);

  const fail = () => setOutcome({ tone: 'failed', text: t('optionsSignedFailed') });
  const look = (chosen: ChosenFile) => {
    setOutcome(null);
    previewFile(chosen, { current: current?.file ?? null, isAltered }, clock.now(), ports).then(
      setPreview,
      fail,
    );
  };
  const close = (text: string) => {
    setPreview(null);
    setOutcome({ tone: 'done', text });
    reload();
  };
  const hear = (answer: ImportAnswer) => {
    if (answer.result === 'refused') setPreview({ kind: 'refused', why: answer.why });
    else if (answer.result === 'in-force') setPreview({ kind: 'in-force' });
    else if (answer.result === 'unconfirmed') fail();
    else close(t(answer.result === 'released' ? 'optionsSignedReleased' : 'optionsSignedDone'));
  };
  const take = (text: string, confirmed: string | null) => {
    ports.importSigned(text, confirmed).then(hear, fail);
  };
  return (
    <Section title={t('optionsSignedHeading')} level={3}>
      <p>{t('optionsSignedIntro')}</p>
      {isAltered && <p class="quiet">{t('optionsPolicyAltered')}</p>}
      {current === null && !isAltered && <p class="quiet">{t('optionsSignedNone')}</p>}
      {current !== null && !isAltered && <SignedFacts {...current} />}
      <div class="field-row">
        <FileChoice label={t('optionsSignedChoose')} onChoose={look} />
        <Outcome outcome={outcome} />
      </div>
      <div class="signed-result">
        {preview?.kind === 'refused' && (
          <Notice tone="warn" title={t('optionsSignedRefusedTitle')}>
            <p>{t(IMPORT_FAULT_WORDS[preview.why])}</p>
            <p>{t('optionsSignedRefusedKept')}</p>
          </Notice>
        )}
        {preview?.kind === 'in-force' && <p role="status">{t('optionsSignedInForce')}</p>}
        {preview !== null && 'text' in preview && (
          <SignedPreview
            key={preview.text}
            preview={preview}
            isLocked={lock.isClosed}
            onTake={take}
            onCancel={() => setPreview(null)}
          />
        )}
      </div>
      {current !== null && <p class="field-help">{t('optionsSignedNoButton')}</p>}
    </Section>
  );
}
