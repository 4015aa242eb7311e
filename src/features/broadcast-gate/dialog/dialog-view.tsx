import { Notice } from '../../../ui/notice.tsx';
import { Checking } from './checking.tsx';
import { Checklist } from './checklist.tsx';
import { Cooling, type CoolingProps } from './cooling.tsx';
import { useFollow } from './follow-run.ts';
import { useGate } from './gate-context.ts';
import type { Phase } from './gate-phase.ts';
import { AboutToBeSent } from './preview/about-to-be-sent.tsx';

/** What is in the dialog in each phase. `isCovered`: something has hidden it again and again. */
export function DialogView({ isCovered }: { readonly isCovered: boolean }) {
  const { run, words } = useGate();
  useFollow(run);
  const isCooling = run.phase.name === 'cooling';
  return (
    <>
      <div class="head">
        <h1 id="title">{words.t('gateTitle')}</h1>
        <p id="lead">{words.t(isCooling ? 'gateCoolingLead' : 'gateLead')}</p>
      </div>
      {!isCooling && <Stopped />}
      {isCovered && <Notice tone="urgent" title={words.t('gateCovered')} children={null} />}
      <PhaseView phase={run.phase} />
    </>
  );
}

function PhaseView({ phase }: { readonly phase: Phase }) {
  switch (phase.name) {
    case 'checking':
      return <Checking silent={phase.silent} />;
    case 'asking':
      return <Checklist answers={phase.answers} trouble={phase.trouble} cooling={null} />;
    case 'cooling':
      if (phase.answers === null) return <CoolingAlone phase={phase} />;
      return <Checklist answers={phase.answers} trouble={null} cooling={phase} />;
    case 'released':
    case 'refused':
      return null;
  }
}

/** The last seconds where there was no checklist. */
function CoolingAlone({ phase }: CoolingProps) {
  return (
    <div class="checklist">
      <Cooling phase={phase} />
      <AboutToBeSent findings={[]} />
    </div>
  );
}

/** What the browser's lock has stopped, and what to do about it. */
function Stopped() {
  const { options, words } = useGate();
  if (options.attempt.source !== 'lock') return null;
  return (
    <Notice tone="warn" title={words.t('gateStoppedTitle')}>
      <p>{words.t('gateStoppedText')}</p>
    </Notice>
  );
}
