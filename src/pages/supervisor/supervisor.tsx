import { useState } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { Signing } from './signing.tsx';

/** The page on which a supervisor makes signed files. */
export function Supervisor() {
  const { t } = useTexts();
  const [policyText, setPolicyText] = useState('{"version": 2}');
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('supervisorTitle')}</h1>
      </header>
      <main>
        <Section title={t('supervisorPolicy')}>
          <Field
            id="supervisor-policy"
            label={t('supervisorPolicy')}
            help={t('supervisorPolicyHelp')}
            control={(control) => (
              <textarea
                {...control}
                class="input supervisor-policy"
                rows={6}
                spellcheck={false}
                value={policyText}
                onInput={(event) => setPolicyText(event.currentTarget.value)}
              />
            )}
          />
        </Section>
        <Signing policyText={policyText} />
      </main>
      <footer class="page-footer">
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}
