import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ItemKey, ItemName } from '../../../../domain/broadcast/checklist.ts';
import { isCustomKey } from '../../../../domain/broadcast/custom-question.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import type { ItemState } from '../answer-sheet.ts';
import { focusNextItem } from '../focus-item.ts';
import { useGate } from '../gate-context.ts';
import { QUESTIONS } from '../gate-words.ts';

const STATES = {
  open: ['idle', 'gateStateOpen'],
  judging: ['clock', 'gateStateJudging'],
  right: ['check', 'gateStateRight'],
  wrong: ['warn', 'gateStateWrong'],
  incomplete: ['idle', 'gateStateIncomplete'],
  failed: ['warn', 'gateStateFailed'],
} as const satisfies Record<ItemState, readonly [IconName, MessageKey]>;

const SAID: Partial<Record<ItemState, MessageKey>> = {
  wrong: 'gateSaidWrong',
  incomplete: 'gateSaidIncomplete',
  failed: 'gateSaidFailed',
};

interface FrameProps {
  readonly number: number;
  readonly state: ItemState;
  /** How to answer. */
  readonly help: string;
  readonly children: ComponentChildren;
}

export interface ItemFrameProps extends FrameProps {
  readonly name: ItemName;
}

export interface QuestionFrameProps extends FrameProps {
  readonly name: ItemKey;
  readonly question: ComponentChildren;
}

/** One of our own questions: see {@link QuestionFrame}. */
export function ItemFrame(props: ItemFrameProps) {
  const { t } = useGate().words;
  return <QuestionFrame {...props} question={t(QUESTIONS[props.name])} />;
}

/** One question with its number, how to answer it, and how far the answer is. A right answer leads on to the next one. */
export function QuestionFrame({ name, question, number, state, help, children }: QuestionFrameProps) {
  const { t } = useGate().words;
  const element = useRef<HTMLFieldSetElement>(null);
  const before = useRef(state);
  useLayoutEffect(() => {
    const wasAnswered = state === 'right' && before.current !== 'right';
    before.current = state;
    if (wasAnswered && element.current !== null) focusNextItem(element.current);
  }, [state]);
  const [icon, stateKey] = STATES[state];
  // Such a question need not be about what the broadcast says.
  const said = state === 'wrong' && isCustomKey(name) ? 'gateSaidCustomWrong' : SAID[state];
  return (
    <fieldset
      class="item"
      data-item={name}
      data-state={state}
      aria-describedby={`help-${name}`}
      ref={element}
    >
      <legend>
        <span class="item-number">{number}</span>
        {question}
      </legend>
      <p class="item-help" id={`help-${name}`}>
        {help}
      </p>
      {children}
      <div class="item-verdict" role="status">
        <span class="item-state">
          <Icon name={icon} />
          {t(stateKey)}
        </span>
        {said !== undefined && <p class="item-said">{t(said)}</p>}
      </div>
    </fieldset>
  );
}
