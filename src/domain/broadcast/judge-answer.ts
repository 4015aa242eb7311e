import type { Instant } from '../clock.ts';
import type { CustomItem } from '../policy/custom-item.ts';
import type { GivenApproval } from './approval/approval.ts';
import type { BasicId } from './basic-id.ts';
import type { Schedule } from './broadcast.ts';
import type { Answer, ExtractedValue, FoundLink } from './checklist.ts';
import { isCustomUnverified, judgeCustomAnswer } from './judge-custom-answer.ts';
import { readPeople } from './people-number.ts';
import { isName, isReason } from './typed-letters.ts';

/** What the answers are compared with. It never reaches the page: the sheet asks, this knows. */
export interface Truth {
  readonly account: BasicId | null;
  readonly people: number | null;
  readonly schedule: Schedule;
  readonly values: readonly ExtractedValue[];
  readonly links: readonly FoundLink[];
  /** When a test of exactly this content was observed; null when none was. */
  readonly testSeenAt: Instant | null;
  /** The supervisor's own questions about this broadcast. */
  readonly custom: readonly CustomItem[];
  /** Who else has approved exactly this broadcast; null while nobody has. */
  readonly approval: GivenApproval['stage'] | null;
}

/** `wrong` is a mistake that the checklist has caught, `incomplete` an answer that is not finished. */
export type Verdict = 'right' | 'wrong' | 'incomplete';

type AnswerTo<Name extends Answer['item']> = Extract<Answer, { readonly item: Name }>;

/** Compares one answer with the truth. What is not known cannot be wrong; {@link isUnverified} tells. */
export function judgeAnswer(answer: Answer, truth: Truth): Verdict {
  switch (answer.item) {
    case 'account':
      return truth.account === null || answer.choice === truth.account ? 'right' : 'wrong';
    case 'people':
      return judgePeople(answer.typed, truth.people);
    case 'when':
      return judgeWhen(answer.when, truth.schedule);
    case 'values':
      return complete(truth.values.every(({ id }) => answer.ticked.includes(id)));
    case 'links':
      return complete(truth.links.every(({ id, url }) => url === null || answer.opened.includes(id)));
    case 'test':
      return complete(truth.testSeenAt !== null || isReason(answer.without));
    case 'second-person':
      return complete(truth.approval !== null);
    case 'correction':
      return complete(isName(answer.contact));
    default:
      return judgeCustomAnswer(answer, truth.custom);
  }
}

/** True where an answer to the item is taken as it is, because nothing is known that it could be compared with. */
export function isUnverified(item: Answer['item'], truth: Truth): boolean {
  switch (item) {
    case 'account':
      return truth.account === null;
    case 'people':
      return truth.people === null;
    case 'when':
      return truth.schedule.kind === 'unclear';
    case 'test':
      return truth.testSeenAt === null;
    case 'values':
    case 'links':
      return false;
    case 'second-person':
      return truth.approval?.isVerified !== true;
    case 'correction':
      return true;
    default:
      return isCustomUnverified(item, truth.custom);
  }
}

function judgePeople(typed: string, people: number | null): Verdict {
  const answered = readPeople(typed);
  if (answered === null) return 'incomplete';
  return (people === null ? answered >= 1 : answered === people) ? 'right' : 'wrong';
}

function judgeWhen(answered: AnswerTo<'when'>['when'], schedule: Schedule): Verdict {
  if (schedule.kind === 'unclear') return 'right';
  if (schedule.kind === 'now' || answered.kind === 'now') {
    return schedule.kind === answered.kind ? 'right' : 'wrong';
  }
  const at = new Date(schedule.at);
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return answered.weekday === at.getDay() && answered.time === time ? 'right' : 'wrong';
}

function complete(isComplete: boolean): Verdict {
  return isComplete ? 'right' : 'incomplete';
}
