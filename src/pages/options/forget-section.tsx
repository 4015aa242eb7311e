import { useState } from 'preact/hooks';
import type { Translate } from '../../platform/i18n.ts';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { Loaded } from '../use-loaded.ts';
import { ForgetAccount } from './forget-account.tsx';
import type { KnownAccount, OptionsPorts } from './options-ports.ts';
import type { EditedPolicy } from './use-policy.ts';

export interface ForgetSectionProps {
  readonly edited: EditedPolicy;
  readonly accounts: Loaded<readonly KnownAccount[]>;
  readonly ports: OptionsPorts;
}

/** Removes what is stored about one account, its settings included. */
export function ForgetSection({ edited, accounts, ports }: ForgetSectionProps) {
  const { t } = useTexts();
  const [last, setLast] = useState<{ readonly removed: number | null } | null>(null);
  const forget = ({ account }: KnownAccount) => {
    ports.forgetAccount(account).then(
      (removed) => {
        setLast({ removed });
        edited.save('forget', (policy) => {
          const { [account]: _, ...windows } = policy.windows;
          return { ...policy, windows };
        });
        accounts.reload();
      },
      () => setLast({ removed: null }),
    );
  };
  const settings = edited.outcomeOf('forget');
  const outcome = settings?.tone === 'failed' ? settings : last && outcomeText(last.removed, t);
  return (
    <Section title={t('optionsForgetHeading')}>
      {accounts.state === 'loaded' && accounts.value?.length === 0 && <p>{t('optionsForgetNone')}</p>}
      <ul class="forget-list">
        {(accounts.value ?? []).map((known) => (
          <ForgetAccount key={known.account} known={known} onForget={() => forget(known)} />
        ))}
      </ul>
      <Outcome outcome={outcome} />
    </Section>
  );
}

function outcomeText(removed: number | null, t: Translate): OutcomeText {
  return removed === null
    ? { tone: 'failed', text: t('optionsForgetFailed') }
    : { tone: 'done', text: t('optionsForgetDone', removed) };
}
