import { useMemo, useState } from 'preact/hooks';
import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { policyText, saysSomething } from '../../domain/policy/policy-text.ts';
import { accountNames } from '../../domain/policy/rules.ts';
import { useTexts } from '../texts.ts';
import { AccountChooser } from './account-chooser.tsx';
import { ApproversMissing } from './approvers-missing.tsx';
import { HandOutSection } from './hand-out-section.tsx';
import { QuestionsSection } from './questions/questions-section.tsx';
import { RulesSection } from './rules/rules-section.tsx';
import { Signing } from './signing/signing.tsx';
import { StartSection } from './start/start-section.tsx';
import type { SupervisorPorts } from './supervisor-ports.ts';
import { TrySection } from './trying/try-section.tsx';
import { useDraft } from './use-draft.ts';

export interface SupervisorProps {
  /** The draft as it was stored when the page was opened. */
  readonly stored: unknown;
  readonly ports: SupervisorPorts;
}

/** The workbench for one draft of a policy, from its beginning to the file that is handed out. Nothing here is in force. */
export function Supervisor({ stored, ports }: SupervisorProps) {
  const { t } = useTexts();
  const draft = useDraft(stored, ports);
  const [account, setAccount] = useState<BasicId | null>(null);
  const text = useMemo(() => policyText(draft.values), [draft.values]);
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('supervisorTitle')}</h1>
      </header>
      <main>
        <p class="intro">{t('supervisorIntro')}</p>
        <StartSection draft={draft} />
        <AccountChooser account={account} accounts={accountNames(draft.values)} onChoose={setAccount} />
        <RulesSection draft={draft} account={account} />
        <QuestionsSection draft={draft} account={account} />
        <TrySection draft={draft} account={account} ports={ports} />
        <ApproversMissing draft={draft.values} />
        <HandOutSection policyText={text} isEmpty={!saysSomething(draft.values)} ports={ports} />
        <Signing policyText={text} ports={ports.signing} />
      </main>
      <footer class="page-footer">
        <p>
          <a href="../options/index.html">{t('optionsTitle')}</a> /{' '}
          <a href="../journal/index.html">{t('journalTitle')}</a>
        </p>
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}
