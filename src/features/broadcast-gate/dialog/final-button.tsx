import { useState } from 'preact/hooks';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import type { AnswerSheet } from './answer-sheet.ts';
import { useGate } from './gate-context.ts';
import type { Trouble } from './gate-phase.ts';

const TROUBLES = {
  complete: 'gateTroubleComplete',
  reopened: 'gateTroubleReopened',
  'no-pass': 'gateTroubleNoPass',
  release: 'gateTroubleRelease',
  refused: 'gateTroubleRefused',
} as const satisfies Record<Trouble, MessageKey>;

export interface FinalButtonProps {
  readonly answers: AnswerSheet;
  /** Why an earlier press led to nothing. */
  readonly trouble: Trouble | null;
}

/** The two ways to go. The one that sends names the whole act, and says what is still open as long as something is. */
export function FinalButton({ answers, trouble }: FinalButtonProps) {
  const { words, run, options } = useGate();
  const { t } = words;
  const [wasPressedEarly, setPressedEarly] = useState(false);
  const isComplete = answers.isComplete();
  const press = () => {
    setPressedEarly(!isComplete);
    void run.finish();
  };
  const isBlock = (id: string) =>
    answers.sheet.findings.some((one) => one.id === id && one.level === 'block');
  const said = () => {
    if (run.isCompleting) return t('gateCompleting');
    if (trouble !== null) return t(TROUBLES[trouble]);
    if (isComplete) return t('gateAllDone');
    return wasPressedEarly ? words.stillOpen(answers.open(), answers.sheet.items, isBlock) : '';
  };
  return (
    <div class="actions">
      <p
        class="said"
        role="status"
        id="final-said"
        data-tone={isComplete && trouble === null ? 'done' : 'open'}
      >
        {said()}
      </p>
      <Button onPress={() => run.cancel()}>{t('gateBack')}</Button>
      <button
        type="button"
        class="button final"
        data-look="main"
        aria-disabled={!isComplete || run.isCompleting}
        aria-describedby="final-said"
        onClick={press}
      >
        {options.attempt.isDraft ? t('gateDraftPassAct') : words.act(options.attempt, options.clock.now())}
      </button>
    </div>
  );
}
