import { useState } from 'preact/hooks';
import { ANSWER_LETTERS, spacedCode } from '../../../../domain/broadcast/approval/spoken-code.ts';
import type { ApprovalState } from '../../../../messaging/approval-protocol.ts';
import { Button } from '../../../../ui/button.tsx';
import { useGate } from '../gate-context.ts';
import { TextField } from '../text-field.tsx';
import type { FollowedApproval } from './use-approval.ts';

/** Longer than a code with whatever is put between its letters. */
const LONGEST_TYPED = 40;

export interface AskedApprovalProps {
  readonly state: Extract<ApprovalState, { readonly kind: 'asked' }>;
  readonly approval: FollowedApproval;
}

/** The two ways in which the approver can answer. */
export function AskedApproval({ state, approval }: AskedApprovalProps) {
  const { words, options } = useGate();
  const { t } = words;
  return (
    <div class="approval">
      <p>{t('gateSecondAsked', words.when.recent(state.endsAt, options.clock.now()))}</p>
      <section aria-labelledby="approval-here">
        <h3 id="approval-here">{t('gateSecondHere')}</h3>
        <p>{t('gateSecondHereHelp')}</p>
        <Button onPress={approval.openPage}>{t('gateSecondOpen')}</Button>
      </section>
      <section aria-labelledby="approval-phone">
        <h3 id="approval-phone">{t('gateSecondPhone')}</h3>
        {state.code === null ? (
          <p>{t('gateSecondNoPhone')}</p>
        ) : (
          <ByCode code={spacedCode(state.code)} approval={approval} />
        )}
      </section>
    </div>
  );
}

interface ByCodeProps {
  readonly code: string;
  readonly approval: FollowedApproval;
}

function ByCode({ code, approval }: ByCodeProps) {
  const { t } = useGate().words;
  const [typed, setTyped] = useState('');
  const enter = () => {
    if (typed.trim() !== '' && !approval.isBusy) approval.enter(typed);
  };
  return (
    <>
      <p>{t('gateSecondPhoneHelp')}</p>
      <Button describedBy="approval-copy" onPress={approval.copy}>
        {t('gateSecondCopy')}
      </Button>
      <p class="quiet" id="approval-copy">
        {t('gateSecondCopyHelp')}
      </p>
      <p class="approval-copied" role="status">
        {approval.isCopied && t('gateSecondCopied')}
      </p>
      <p class="approval-code">
        <span class="quiet">{t('gateSecondCode')}</span> <bdi dir="ltr">{code}</bdi>
      </p>
      <TextField
        id="approval-answer"
        label={t('gateSecondAnswer', ANSWER_LETTERS)}
        text={typed}
        longest={LONGEST_TYPED}
        onType={setTyped}
        onDone={setTyped}
      />
      <Button onPress={enter}>{t('gateSecondEnter')}</Button>
    </>
  );
}
