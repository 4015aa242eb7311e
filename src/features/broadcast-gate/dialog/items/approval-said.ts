import { ANSWER_LETTERS } from '../../../../domain/broadcast/approval/spoken-code.ts';
import type { ApprovalState } from '../../../../messaging/approval-protocol.ts';
import type { Translate } from '../../../../platform/i18n.ts';
import { plainName } from '../plain-name.ts';
import type { ApprovalTrouble } from './use-approval.ts';

/** What came of a request that is over or answered; null while there is nothing to say. */
export function stateSaid(state: ApprovalState, t: Translate): string | null {
  switch (state.kind) {
    case 'none':
    case 'asked':
      return null;
    case 'given':
      return t(state.isVerified ? 'gateSecondGiven' : 'gateSecondGivenUnverified', plainName(state.person));
    case 'differs':
      return t('gateSecondDiffers', plainName(state.person));
    case 'practised':
      return t('gateSecondPractised');
    case 'sent-back':
      return t('gateSecondSentBack', plainName(state.person), state.reason);
  }
}

/** Why a press led to nothing, and what to do. */
export function troubleSaid(trouble: ApprovalTrouble, t: Translate): string {
  if (trouble === 'failed') return t('gateSecondFailed');
  if (trouble === 'page') return t('gateSecondOpenFailed');
  if (trouble === 'ended') return t('gateSecondOver');
  if (trouble === 'answers-first') return t('gateSecondAnswersFirst');
  if (trouble === 'no-brief') return t('gateSecondNoBrief');
  if (trouble === 'no-copy') return t('gateSecondCopyFailed');
  const { result, waitSeconds } = trouble;
  switch (result) {
    case 'misread':
      return t('approvalMisread');
    case 'incomplete':
      return t('approvalCodeLength', ANSWER_LETTERS);
    case 'wrong':
      return [t('gateSecondWrongCode'), ...(waitSeconds > 0 ? [t('approvalWait', waitSeconds)] : [])].join(
        ' ',
      );
    case 'wait':
      return t('approvalWait', waitSeconds);
    case 'unseen':
      return t('gateSecondUnseen');
    case 'own':
      return t('approvalOwn');
    case 'practice':
      return t('gateSecondPracticeCode');
    default:
      return t('gateSecondOver');
  }
}
