import type { ApprovalId } from '../../domain/broadcast/approval/approval.ts';
import type { BlindAnswers } from '../../domain/broadcast/approval/blind-facts.ts';
import { type ReadBrief, readBrief } from '../../domain/broadcast/approval/brief.ts';
import type { ApprovalLook } from '../../domain/broadcast/approval/look.ts';
import type { Looked } from '../../domain/broadcast/approval/looked.ts';
import type { PendingApproval } from '../../messaging/approval-protocol.ts';
import type { RequestOf } from '../../messaging/protocol.ts';

/** Everything that is typed and chosen on the page. */
export interface ApproverForm {
  /** A request of this computer, or one of another, by its code; null: not chosen yet. */
  readonly chosen: ApprovalId | 'code' | null;
  readonly code: string;
  /** What an operator at another computer has sent. It leaves this page for nowhere but the worker, which keeps nothing of it. */
  readonly pasted: string;
  /** What was done with the messages that are shown. */
  readonly looked: Omit<Looked, 'look'>;
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

const NOT_LOOKED: ApproverForm['looked'] = { ticked: [], opened: [], custom: [] };

/** The facts that are answered blind, before anything is answered. */
const NOTHING_ANSWERED = {
  account: '',
  isAccountShown: true,
  people: '',
  isPeopleShown: true,
  when: null,
  weekday: '',
  time: '',
} as const satisfies Partial<ApproverForm>;

export const EMPTY_FORM: ApproverForm = {
  ...NOTHING_ANSWERED,
  chosen: null,
  code: '',
  pasted: '',
  looked: NOT_LOOKED,
  name: '',
  passphrase: '',
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

/** The form after a change. What was looked at, and answered, is nothing that could be said of another broadcast. */
export function changedForm(last: ApproverForm, changed: Partial<ApproverForm>): ApproverForm {
  const isOther = 'chosen' in changed || 'pasted' in changed;
  // Somebody may have begun to answer while the requests were still being read.
  const isLeft = isOther && (last.chosen !== null || last.pasted !== '');
  return {
    ...last,
    ...(isOther ? { looked: NOT_LOOKED } : {}),
    ...(isLeft ? NOTHING_ANSWERED : {}),
    ...changed,
  };
}

/** The brief that was pasted, or why what was pasted is none; null where nothing was. */
export function pastedBrief({ pasted }: ApproverForm): ReadBrief | null {
  return pasted.trim() === '' ? null : readBrief(pasted);
}

/** What is shown of the broadcast; null where nothing can be. */
export function lookOn(form: ApproverForm, chosen: PendingApproval | null): ApprovalLook | null {
  if (chosen !== null) return chosen.look;
  const read = pastedBrief(form);
  return read?.kind === 'brief' ? read.brief.look : null;
}

/** Who answers, and which request. */
export function whoAndWhich(
  form: ApproverForm,
  chosen: PendingApproval | null,
): Pick<RequestOf<'giveApproval'>, 'name' | 'passphrase' | 'request'> {
  const { name, passphrase, code } = form;
  const read = pastedBrief(form);
  const typed = read?.kind === 'brief' ? read.brief.request : code;
  const request =
    chosen === null ? ({ way: 'code', typed } as const) : ({ way: 'here', id: chosen.id } as const);
  return { name, passphrase, request };
}

/** What was shown, and what was done with it; null where nothing was shown. */
export function lookedOn(form: ApproverForm, chosen: PendingApproval | null): Looked | null {
  const look = lookOn(form, chosen);
  return look === null ? null : { look, ...form.looked };
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
