import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../../platform/i18n.ts';
import { useGate } from './gate-context.ts';
import type { CoolingPhase } from './gate-phase.ts';
import type { GateDialogOptions } from './gate-ports.ts';

export interface CoolingProps {
  readonly phase: CoolingPhase;
}

/** The last seconds before what is shown below leaves, and a large button that stops it. */
export function Cooling({ phase: { secondsLeft, isOverride } }: CoolingProps) {
  const { words, run, options } = useGate();
  const { t } = words;
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    stop.current?.focus();
    // Also where the final button had been reached by scrolling.
    const dialog = stop.current?.closest('dialog');
    if (dialog) dialog.scrollTop = 0;
  }, []);
  const isOver = secondsLeft === 0;
  const title = t(nextStep(options), secondsLeft);
  const act = words.act(options.attempt, options.clock.now());
  return (
    <div class="cooling">
      <p class="countdown" role="timer" id="countdown">
        {isOver ? t('gateReleasing') : title}
      </p>
      {!options.attempt.isDraft && <p class="cooling-act">{isOverride ? t('gateOverrideSend', act) : act}</p>}
      {!isOver && <p>{t('gateCoolingText')}</p>}
      <button
        type="button"
        class="button stop"
        aria-disabled={isOver}
        aria-describedby="countdown"
        ref={stop}
        onClick={() => run.cancel()}
      >
        {t('gateStop')}
      </button>
    </div>
  );
}

/** What happens at the end of the last seconds. */
function nextStep({ afterwards, attempt }: GateDialogOptions): MessageKey {
  if (afterwards === 'press-again') return 'gateCoolingOpens';
  return attempt.broadcast.schedule.kind === 'at' ? 'gateCoolingReserves' : 'gateCoolingGoes';
}
