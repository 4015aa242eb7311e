import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Question } from '../../ui/question.tsx';
import { PassphraseField } from '../passphrase-field.tsx';
import { useTexts } from '../texts.ts';
import type { ReleaseAnswer } from './supervisor-ports.ts';
import { type TryProgress, tryWords } from './try-words.ts';

export interface SignedReleaseProps {
  /** The passphrase was set by whoever decides here, so that it may remove the signed rules. */
  readonly mayRelease: boolean;
  readonly release: (passphrase: string) => Promise<ReleaseAnswer>;
  readonly onReleased: () => void;
  /** A try was made: the wait may be another one. */
  readonly onTried: () => void;
}

/** How signed rules are removed: by the supervisor's passphrase, or else by a signed file. */
export function SignedRelease({ mayRelease, release, onReleased, onTried }: SignedReleaseProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [progress, setProgress] = useState<TryProgress | null>(null);
  if (!mayRelease) return <p class="field-help">{t('optionsSignedNoButton')}</p>;
  const remove = () => {
    setProgress('running');
    release(typed).then(
      (result) => {
        setProgress(result === 'released' ? 'right' : result);
        if (result === 'released') onReleased();
        onTried();
      },
      () => setProgress('failed'),
    );
  };
  return (
    <>
      <div>
        <Button look="danger" expanded={isAsking} onPress={() => setAsking(!isAsking)}>
          {t('optionsSignedRelease')}
        </Button>
      </div>
      {isAsking && (
        <Question
          title={t('optionsSignedReleaseQuestion')}
          answers={
            <>
              <Button look="danger" disabled={typed === '' || progress === 'running'} onPress={remove}>
                {t('optionsSignedRelease')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('optionsSignedCancel')}</Button>
              <Outcome outcome={tryWords(progress, '', t)} />
            </>
          }
        >
          <p>{t('optionsSignedReleaseBody')}</p>
          <PassphraseField
            id="signed-release"
            label={t('lockPassphrase')}
            kind="current"
            value={typed}
            onInput={setTyped}
          />
        </Question>
      )}
    </>
  );
}
