import { useCallback, useState } from 'preact/hooks';
import { keyFingerprint } from '../../../domain/policy/signed-file/key-fingerprint.ts';
import { sha256 } from '../../../platform/digest.ts';
import { Button } from '../../../ui/button.tsx';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import { useLoaded } from '../../use-loaded.ts';
import { BackupForm } from './backup-form.tsx';
import { KeyForm } from './key-form.tsx';
import { SignForm } from './sign-form.tsx';
import { readKey } from './signing-key.ts';
import type { SigningPorts } from './signing-ports.ts';

export interface SigningProps {
  /** The layer to sign, as JSON. */
  readonly policyText: string;
  readonly ports: SigningPorts;
}

/** Where a supervisor makes a key, signs rules with it and saves the file. */
export function Signing({ policyText, ports }: SigningProps) {
  const { t } = useTexts();
  const load = useCallback(async () => {
    const key = await readKey(ports);
    return key === null ? null : { key, fingerprint: keyFingerprint(await sha256(key.publicKey)) };
  }, [ports]);
  const { state, value, reload } = useLoaded(load);
  const [isNew, setNew] = useState(false);
  return (
    <Section title={t('signingHeading')}>
      <p>{t('signingIntro')}</p>
      {state === 'failed' && (
        <Notice tone="warn" title={t('commonLoadFailed')}>
          <Button onPress={reload}>{t('commonRetry')}</Button>
        </Notice>
      )}
      {state === 'loading' && <p class="quiet">{t('commonLoading')}</p>}
      {state === 'loaded' && value === null && (
        <KeyForm
          ports={ports}
          onMade={() => {
            setNew(true);
            reload();
          }}
        />
      )}
      {value !== null && (
        <>
          {isNew && <p role="status">{t('signingMade')}</p>}
          <dl class="signed-facts">
            <dt>{t('signingCompany')}</dt>
            <dd>
              <ForeignText text={value.key.companyName} />
            </dd>
            <dt>{t('signingKeyNumber')}</dt>
            <dd class="key-number">{value.fingerprint.join(' ')}</dd>
          </dl>
          <p class="field-help">{t('signingKeyNumberHelp')}</p>
          <SignForm policyText={policyText} lastCounter={value.key.counter} ports={ports} onSigned={reload} />
        </>
      )}
      {state === 'loaded' && <BackupForm present={value?.key ?? null} ports={ports} onRestored={reload} />}
    </Section>
  );
}
