import { useState } from 'preact/hooks';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Outcome, type OutcomeText } from '../../../ui/outcome.tsx';
import { PassphraseField } from '../../passphrase-field.tsx';
import { useTexts } from '../../texts.ts';
import { KeyExists, makeKey } from './signing-key.ts';
import type { SigningPorts } from './signing-ports.ts';

/** Fewest letters: a backup can be tried at leisure by whoever finds the file. */
const LETTERS = 12;

export interface KeyFormProps {
  readonly ports: SigningPorts;
  readonly onMade: () => void;
}

/** Where the company's key is made, together with its backup. */
export function KeyForm({ ports, onMade }: KeyFormProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState({ name: '', passphrase: '', again: '' });
  const [outcome, setOutcome] = useState<OutcomeText | null>(null);
  const make = () => {
    setOutcome({ tone: 'running', text: t('signingMaking') });
    makeKey(typed.name, typed.passphrase, ports).then(onMade, (error: unknown) => {
      const key: MessageKey = error instanceof KeyExists ? 'signingKeyExists' : 'signingFailed';
      setOutcome({ tone: 'failed', text: t(key) });
    });
  };
  const isShort = typed.passphrase !== '' && [...typed.passphrase].length < LETTERS;
  const differs = typed.again !== '' && typed.again !== typed.passphrase;
  const isReady =
    typed.name.trim() !== '' && typed.passphrase !== '' && !isShort && typed.again === typed.passphrase;
  return (
    <>
      <p>{t('signingNoKey')}</p>
      <Field
        id="signing-company"
        label={t('signingCompany')}
        help={t('signingCompanyHelp')}
        control={(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autoComplete="organization"
            maxLength={100}
            value={typed.name}
            onInput={({ currentTarget }) => setTyped((last) => ({ ...last, name: currentTarget.value }))}
          />
        )}
      />
      <PassphraseField
        id="signing-passphrase"
        label={t('signingPassphrase')}
        help={t('signingPassphraseHelp')}
        error={isShort ? t('signingPassphraseShort') : null}
        kind="new"
        value={typed.passphrase}
        onInput={(passphrase) => setTyped((last) => ({ ...last, passphrase }))}
      />
      <PassphraseField
        id="signing-again"
        label={t('signingPassphraseAgain')}
        error={differs ? t('lockDiffers') : null}
        kind="new"
        value={typed.again}
        onInput={(again) => setTyped((last) => ({ ...last, again }))}
      />
      <div class="field-row">
        <Button look="main" disabled={!isReady || outcome?.tone === 'running'} onPress={make}>
          {t('signingMake')}
        </Button>
        <Outcome outcome={outcome} />
      </div>
    </>
  );
}
