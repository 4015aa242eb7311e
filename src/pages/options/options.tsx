import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import { useTexts } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { AboutSection } from './about-section.tsx';
import { ForgetSection } from './forget-section.tsx';
import { GateSection } from './gate-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { LockDoor } from './lock-door.tsx';
import type { OptionsPorts } from './options-ports.ts';
import { PolicyProblems } from './policy-problems.tsx';
import { RecordsSection } from './records-section.tsx';
import { RulesInForce } from './rules-in-force/rules-in-force.tsx';
import { SupervisorPart } from './supervisor-part.tsx';
import { TimingSection } from './timing-section.tsx';
import { useLock } from './use-lock.ts';
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
  const lock = useLock(ports.supervisor);
  const edited = usePolicy(inForce, ports.policy, !lock.isClosed);
  const accounts = useLoaded(ports.accounts);
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <main>
        <PolicyProblems problems={edited.problems} />
        <LockDoor lock={lock} />
        <WindowsSection edited={edited} accounts={accounts} clock={ports.clock} />
        <TimingSection edited={edited} ports={ports} />
        <GateSection edited={edited} />
        <LanguageSection edited={edited} />
        <RecordsSection edited={edited} ports={ports} />
        <ForgetSection edited={edited} accounts={accounts} ports={ports} />
        <AboutSection now={ports.clock.now()} />
        <RulesInForce inForce={edited} />
        <SupervisorPart edited={edited} lock={lock} ports={ports.supervisor} clock={ports.clock} />
      </main>
      <footer class="page-footer">
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}
