import { useMemo, useState } from 'preact/hooks';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import { draftGate } from '../draft-gate.ts';
import type { SupervisorPorts } from '../supervisor-ports.ts';
import type { EditedDraft } from '../use-draft.ts';
import { JournalTrial } from './journal-trial.tsx';
import { TryBroadcast } from './try-broadcast.tsx';

export interface TrySectionProps {
  readonly draft: EditedDraft;
  /** Null: for all accounts. */
  readonly account: BasicId | null;
  readonly ports: SupervisorPorts;
}

/** What the draft would do: to a practice broadcast, and to those of the journal. */
export function TrySection({ draft, account, ports }: TrySectionProps) {
  const { t } = useTexts();
  // The time of the samples stays, so that a sample does not change under the reader.
  const [now] = useState(() => ports.clock.now());
  const policy = useMemo(() => draftGate(draft.values, account), [draft.values, account]);
  return (
    <Section title={t('supervisorTrySection')}>
      <p>{t('supervisorTryIntro')}</p>
      <TryBroadcast account={account} policy={policy} now={now} />
      <JournalTrial draft={draft} ports={ports} />
    </Section>
  );
}
