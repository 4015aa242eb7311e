import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import { useTexts } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { AboutSection } from './about-section.tsx';
import { ApproversSection } from './approvers-section.tsx';
import { ForgetSection } from './forget-section.tsx';
import { GateSection } from './gate-section.tsx';
import { LanguageSection } from './language-section.tsx';
import type { OptionsPorts } from './options-ports.ts';
import { PolicyProblems } from './policy-problems.tsx';
import { RecordsSection } from './records-section.tsx';
import { TimingSection } from './timing-section.tsx';
import { usePolicy } from './use-policy.ts';
import { WindowsSection } from './windows-section.tsx';

export interface OptionsProps {
  /** The settings in force when the page was opened. */
  readonly inForce: PolicyInForce;
  readonly ports: OptionsPorts;
}

/** The options page: every setting, what is stored, and what the times mean. */
export function Options({ inForce, ports }: OptionsProps) {
  const { t } = useTexts();
  const edited = usePolicy(inForce, ports.policy);
  const accounts = useLoaded(ports.accounts);
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <main>
        <PolicyProblems problems={edited.problems} />
        <AboutSection now={ports.clock.now()} />
        <WindowsSection edited={edited} accounts={accounts} clock={ports.clock} />
        <TimingSection edited={edited} ports={ports} />
        <GateSection edited={edited} />
        <ApproversSection edited={edited} />
        <LanguageSection edited={edited} />
        <RecordsSection edited={edited} ports={ports} />
        <ForgetSection edited={edited} accounts={accounts} ports={ports} />
      </main>
      <footer class="page-footer">
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}
