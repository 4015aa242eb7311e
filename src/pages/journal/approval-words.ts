import type { ApprovalEvent, ApprovalStep } from '../../domain/journal/approval-event.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { itemWords } from './name-words.ts';

const STEPS: Readonly<Record<ApprovalStep, MessageKey>> = {
  asked: 'journalApprovalAsked',
  given: 'journalApprovalGiven',
  differs: 'journalApprovalDiffers',
  'sent-back': 'journalApprovalSentBack',
  wrong: 'journalApprovalWrong',
  told: 'journalApprovalTold',
  practice: 'journalApprovalPractice',
};

/** What happened to a request for approval, in a few plain words. */
export function approvalWords({ step, isVerified }: ApprovalEvent, t: Translate): string {
  return t(step === 'given' && !isVerified ? 'journalApprovalGivenUnverified' : STEPS[step]);
}

/** Who asked and who answered, in what the two differed, and why it was sent back. */
export function approvalFacts(
  { operator, person, items, reason, unseen }: ApprovalEvent,
  t: Translate,
): string[] {
  return [
    ...(operator === null ? [] : [t('journalFactOperator', operator)]),
    ...(person === null ? [] : [t('journalFactPerson', person)]),
    ...(items.length === 0
      ? []
      : [t('journalFactDiffers', items.map((item) => itemWords(item, t)).join(', '))]),
    ...(unseen === true ? [t('journalFactUnseen')] : []),
    ...(reason === null ? [] : [t('journalFactReason', reason)]),
  ];
}
