import type { ApprovalId } from '../../domain/broadcast/approval/approval.ts';
import type { BlindAnswers } from '../../domain/broadcast/approval/blind-facts.ts';
import type { PendingApproval } from '../../messaging/approval-protocol.ts';
import type { RequestOf } from '../../messaging/protocol.ts';

/** Everything that is typed and chosen on the page. */
export interface ApproverForm {
  /** A request of this computer, or one of another, by its code; null: not chosen yet. */
  readonly chosen: ApprovalId | 'code' | null;
  readonly code: string;
  readonly name: string;
  readonly passphrase: string;
  readonly account: string;
  readonly isAccountShown: boolean;
  readonly people: string;
  readonly isPeopleShown: boolean;
  readonly when: BlindAnswers['when']['kind'] | null;
  /** `0` is Sunday; empty: not chosen. */
  readonly weekday: string;
  /** `HH:MM`, or empty. */
  readonly time: string;
  readonly reason: string;
}

export const EMPTY_FORM: ApproverForm = {
  chosen: null,
  code: '',
  name: '',
  passphrase: '',
  account: '',
  isAccountShown: true,
  people: '',
  isPeopleShown: true,
  when: null,
  weekday: '',
  time: '',
  reason: '',
};

/** What a part of the page works with. */
export interface FormPart {
  readonly form: ApproverForm;
  readonly change: (changed: Partial<ApproverForm>) => void;
}

/** The request that is chosen among those that wait; null: one of another computer. */
export function chosenOf(
  { chosen }: ApproverForm,
  pending: readonly PendingApproval[],
): PendingApproval | null {
  return pending.find(({ id }) => id === chosen) ?? null;
}

/** Who answers, and which request. */
export function whoAndWhich(
  { name, passphrase, code }: ApproverForm,
  chosen: PendingApproval | null,
): Pick<RequestOf<'giveApproval'>, 'name' | 'passphrase' | 'request'> {
  const request =
    chosen === null ? ({ way: 'code', typed: code } as const) : ({ way: 'here', id: chosen.id } as const);
  return { name, passphrase, request };
}

/** The answers, as far as they can be compared; null while something is missing. */
export function answersOf(form: ApproverForm): BlindAnswers | null {
  const when = whenOf(form);
  if (when === null) return null;
  return {
    account: form.isAccountShown ? form.account : null,
    people: form.isPeopleShown ? form.people : null,
    when,
  };
}

function whenOf({ when, weekday, time }: ApproverForm): BlindAnswers['when'] | null {
  switch (when) {
    case null:
      return null;
    case 'now':
    case 'unclear':
      return { kind: when };
    case 'at':
      return weekday === '' || time === '' ? null : { kind: 'at', weekday: Number(weekday), time };
  }
}
