import { useMemo, useState } from 'preact/hooks';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { tryBroadcast } from '../../../domain/broadcast/trial.ts';
import type { Instant } from '../../../domain/clock.ts';
import type { GatePolicy } from '../../../domain/policy/gate-policy.ts';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';
import { SampleCard } from './sample-card.tsx';
import { SAMPLE_NAMES, SAMPLE_TITLES, type SampleName, sampleOf } from './samples.ts';
import { TrialResult } from './trial-result.tsx';

export interface TryBroadcastProps {
  readonly account: BasicId | null;
  readonly policy: GatePolicy;
  readonly now: Instant;
}

/** Puts a practice broadcast before the gate's own checks and questions, under the draft. Nothing is sent. */
export function TryBroadcast({ account, policy, now }: TryBroadcastProps) {
  const { t } = useTexts();
  const [name, setName] = useState<SampleName>('template');
  const sample = useMemo(() => sampleOf(name, account, now, t), [name, account, now, t]);
  const trial = useMemo(() => tryBroadcast(sample, policy, now), [sample, policy, now]);
  return (
    <div class="trial">
      <h3>{t('supervisorTryHeading')}</h3>
      <SelectField<SampleName>
        id="sample"
        label={t('supervisorSample')}
        help={t('supervisorSampleHelp')}
        value={name}
        choices={SAMPLE_NAMES.map((value) => ({ value, label: t(SAMPLE_TITLES[value]) }))}
        outcome={null}
        onSave={setName}
      />
      <SampleCard sample={sample} />
      <TrialResult trial={trial} />
    </div>
  );
}
