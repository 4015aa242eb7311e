import type { Clock } from '../../domain/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../texts.ts';
import { ApproversSection } from './approvers-section.tsx';
import { LockSection } from './lock-section.tsx';
import { SignedSection } from './signed-section.tsx';
import type { SupervisorPorts } from './supervisor-ports.ts';
import type { Lock } from './use-lock.ts';
import type { EditedPolicy } from './use-policy.ts';

export interface SupervisorPartProps {
  readonly edited: EditedPolicy;
  readonly lock: Lock;
  readonly ports: SupervisorPorts;
  readonly clock: Clock;
}

/** What only whoever decides the rules needs, after everything that operators look for. */
export function SupervisorPart({ edited, lock, ports, clock }: SupervisorPartProps) {
  const { t } = useTexts();
  return (
    <>
      <div class="part-head">
        <h2>{t('optionsSupervisorHeading')}</h2>
        <p>{t('optionsSupervisorIntro')}</p>
        <p>
          <a class="button" href="../supervisor/index.html">
            <Icon name="gear" />
            {t('supervisorLink')}
          </a>
        </p>
      </div>
      <SignedSection ports={ports} clock={clock} lock={lock} rules={edited.rules} />
      <LockSection lock={lock} ports={ports} />
      <ApproversSection edited={edited} />
    </>
  );
}
