import { useState } from 'preact/hooks';
import { isName, NAME_LETTERS } from '../../../../domain/broadcast/typed-letters.ts';
import { Button } from '../../../../ui/button.tsx';
import { useGate } from '../gate-context.ts';
import { TextField } from '../text-field.tsx';
import { stateSaid, troubleSaid } from './approval-said.ts';
import { AskedApproval } from './asked-approval.tsx';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';
import { type FollowedApproval, useApproval } from './use-approval.ts';

/** Somebody else approves: asked for here, answered on the approver's own page or by a code that is read out. */
export function SecondPersonItem({ number, answers }: ItemProps<'second-person'>) {
  const { t } = useGate().words;
  const approval = useApproval(answers);
  const { state, trouble } = approval;
  const said = state === null ? null : stateSaid(state, t);
  return (
    <ItemFrame
      name="second-person"
      number={number}
      state={answers.stateOf('second-person')}
      help={t('gateHelpSecond')}
    >
      {said !== null && (
        <p class="approval-said" data-state={state?.kind}>
          {said}
        </p>
      )}
      {state?.kind === 'asked' && <AskedApproval state={state} approval={approval} />}
      {state?.kind !== 'asked' && state?.kind !== 'given' && (
        <AskForm approval={approval} isAgain={said !== null} />
      )}
      <p class="field-error approval-trouble" role="status">
        {trouble !== null && troubleSaid(trouble, t)}
      </p>
    </ItemFrame>
  );
}

interface AskFormProps {
  readonly approval: FollowedApproval;
  readonly isAgain: boolean;
}

function AskForm({ approval, isAgain }: AskFormProps) {
  const { t } = useGate().words;
  const [operator, setOperator] = useState('');
  const [isLeft, setLeft] = useState(false);
  const isNamed = isName(operator);
  const ask = () => {
    setLeft(true);
    if (isNamed && !approval.isBusy) approval.ask(operator);
  };
  return (
    <>
      <TextField
        id="answer-second-person"
        label={t('gateSecondOperator')}
        text={operator}
        longest={60}
        isWrong={isLeft && !isNamed}
        describedBy="second-short"
        onType={(typed) => {
          setOperator(typed);
          setLeft(false);
        }}
        onDone={() => setLeft(operator.trim() !== '')}
      />
      <p class="field-error" id="second-short" role="status">
        {isLeft && !isNamed && t('gateSecondNameShort', NAME_LETTERS)}
      </p>
      <Button onPress={ask}>{t(isAgain ? 'gateSecondAgain' : 'gateSecondAsk')}</Button>
    </>
  );
}
