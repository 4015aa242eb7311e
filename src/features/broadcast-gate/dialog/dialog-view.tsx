import { Notice } from '../../../ui/notice.tsx';
import { Checking } from './checking.tsx';
import { Checklist } from './checklist.tsx';
import { useFollow } from './follow-run.ts';
import { useGate } from './gate-context.ts';
import type { Phase } from './gate-run.ts';

/** What is in the dialog in each phase. `isCovered`: something has hidden it again and again. */
export function DialogView({ isCovered }: { readonly isCovered: boolean }) {
  const { run, words } = useGate();
  useFollow(run);
  return (
    <>
      <div class="head">
        <h1 id="title">{words.t('gateTitle')}</h1>
        <p id="lead">{words.t('gateLead')}</p>
      </div>
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
      return <Checklist answers={phase.answers} trouble={phase.trouble} secondsLeft={null} />;
    case 'cooling':
      return <Checklist answers={phase.answers} trouble={null} secondsLeft={phase.secondsLeft} />;
    case 'released':
    case 'refused':
      return null;
  }
}
