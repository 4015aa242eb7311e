import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { PassphraseField } from '../passphrase-field.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';
import { type TryProgress, tryWords } from './try-words.ts';
import type { Lock } from './use-lock.ts';

/** Fewest letters of a passphrase; the protocol has the same. */
const LETTERS = 8;
const EMPTY = { old: '', next: '', again: '' };

export interface LockSectionProps {
  readonly lock: Lock;
  readonly ports: SupervisorPorts;
}

/** Where a supervisor sets, changes and removes the passphrase. */
export function LockSection({ lock, ports }: LockSectionProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(EMPTY);
  const [progress, setProgress] = useState<TryProgress | null>(null);
  const kept = lock.loaded.value;
  const hasLock = kept?.lock === 'set';
  const change = (next: string | null) => {
    setProgress('running');
    ports.changePassphrase(hasLock ? typed.old : null, next).then(
      (result) => {
        setProgress(result);
        if (result === 'right') setTyped(EMPTY);
        if (next !== null && result === 'right' && !hasLock) lock.close();
        lock.loaded.reload();
      },
      () => setProgress('failed'),
    );
  };
  const isShort = typed.next !== '' && [...typed.next].length < LETTERS;
  const differs = typed.again !== '' && typed.again !== typed.next;
  const isReady = typed.next !== '' && !isShort && typed.again === typed.next;
  const isBusy = progress === 'running' || kept === null || kept.lock === 'damaged' || kept.waitMs > 0;
  const hasOld = !hasLock || typed.old !== '';
  return (
    <Section title={t('lockHeading')} level={3}>
      <p>{t('lockIntro')}</p>
      <p class="field-help">{t('lockHonest')}</p>
      {hasLock && (
        <PassphraseField
          id="lock-old"
          label={t('lockOld')}
          kind="current"
          value={typed.old}
          onInput={(old) => setTyped((last) => ({ ...last, old }))}
        />
      )}
      <PassphraseField
        id="lock-next"
        label={t('lockNew')}
        help={t('lockNewHelp')}
        error={isShort ? t('lockShort') : null}
        kind="new"
        value={typed.next}
        onInput={(next) => setTyped((last) => ({ ...last, next }))}
      />
      <PassphraseField
        id="lock-again"
        label={t('lockAgain')}
        error={differs ? t('lockDiffers') : null}
        kind="new"
        value={typed.again}
        onInput={(again) => setTyped((last) => ({ ...last, again }))}
      />
      <div class="field-row">
        <Button disabled={isBusy || !isReady || !hasOld} onPress={() => change(typed.next)}>
          {t(hasLock ? 'lockChange' : 'lockSet')}
        </Button>
        {hasLock && (
          <Button look="danger" disabled={isBusy || typed.old === ''} onPress={() => change(null)}>
            {t('lockRemove')}
          </Button>
        )}
        <Outcome outcome={tryWords(progress, t('optionsSaved'), t)} />
      </div>
    </Section>
  );
}
