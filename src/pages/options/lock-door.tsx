import { useState } from 'preact/hooks';
import { SECOND } from '../../domain/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { PassphraseField } from '../passphrase-field.tsx';
import { useTexts } from '../texts.ts';
import { type TryProgress, tryWords } from './try-words.ts';
import type { Lock } from './use-lock.ts';

/** Stands at the top of the page while there is a passphrase: where the settings are opened and closed again. */
export function LockDoor({ lock }: { readonly lock: Lock }) {
  const { t } = useTexts();
  const kept = lock.loaded.value;
  if (kept === null || kept.lock === 'none') return null;
  if (kept.lock === 'damaged') {
    return (
      <Notice tone="urgent" title={t('lockDamagedTitle')}>
        <p>{t('lockDamaged')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="inform" title={t('lockHeading')}>
      {lock.isClosed ? (
        <Closed lock={lock} waitMs={kept.waitMs} />
      ) : (
        <>
          <p>{t('lockIsOpen')}</p>
          <Button onPress={lock.close}>{t('lockClose')}</Button>
        </>
      )}
    </Notice>
  );
}

function Closed({ lock, waitMs }: { readonly lock: Lock; readonly waitMs: number }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [progress, setProgress] = useState<TryProgress | null>(null);
  const open = () => {
    setProgress('running');
    lock.tryOpen(typed).then(
      (result) => {
        setTyped('');
        setProgress(result);
      },
      () => setProgress('failed'),
    );
  };
  return (
    <>
      <p>{t('lockIsClosed')}</p>
      <form
        class="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <PassphraseField
          id="lock-open"
          label={t('lockPassphrase')}
          kind="current"
          value={typed}
          onInput={setTyped}
        />
        <Button disabled={typed === '' || progress === 'running' || waitMs > 0} onPress={open}>
          {t('lockOpen')}
        </Button>
        <Outcome outcome={tryWords(progress, '', t)} />
      </form>
      {waitMs > 0 && <p class="lock-wait">{t('lockWait', Math.ceil(waitMs / SECOND))}</p>}
    </>
  );
}
