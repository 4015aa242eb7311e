import type { Check } from '../finding.ts';
import { abTest } from './ab-test.ts';
import { allFriendsUnusual } from './all-friends-unusual.ts';
import { amountDiffers } from './amount-differs.ts';
import { cautionWords } from './caution-words.ts';
import { changedAfterApproval } from './changed-after-approval.ts';
import { deadlineBeforeDelivery } from './deadline-before-delivery.ts';
import { emptyBubble } from './empty-bubble.ts';
import { holiday } from './holiday.ts';
import { leftoverPlaceholder } from './leftover-placeholder.ts';
import { limitSet } from './limit-set.ts';
import { linkDuplicate } from './link-duplicate.ts';
import { linkForeign } from './link-foreign.ts';
import { linkGlued } from './link-glued.ts';
import { linkInsecure } from './link-insecure.ts';
import { linkShortener } from './link-shortener.ts';
import { linkStaging } from './link-staging.ts';
import { linkSyntax } from './link-syntax.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { otherAccountName } from './other-account-name.ts';
import { overLong } from './over-long.ts';
import { pastDate } from './past-date.ts';
import { peopleUnknown } from './people-unknown.ts';
import { personalData } from './personal-data.ts';
import { quietHours } from './quiet-hours.ts';
import { schedulePassed } from './schedule-passed.ts';
import { scheduleSoon } from './schedule-soon.ts';
import { sendNowLarge } from './send-now-large.ts';
import { testMark } from './test-mark.ts';
import { tooManyBubbles } from './too-many-bubbles.ts';
import { tooShort } from './too-short.ts';
import { unreadable } from './unreadable.ts';
import { unusualPeople } from './unusual-people.ts';
import { voomOn } from './voom-on.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';

/** Every automatic check, in the order in which findings of one level are shown: the gravest mistakes first. */
export const CHECKS: readonly Check[] = [
  changedAfterApproval,
  unreadable,
  leftoverPlaceholder,
  testMark,
  emptyBubble,
  tooShort,
  overLong,
  tooManyBubbles,
  schedulePassed,
  sendNowLarge,
  scheduleSoon,
  quietHours,
  holiday,
  allFriendsUnusual,
  unusualPeople,
  peopleUnknown,
  nearDuplicate,
  weekdayMismatch,
  pastDate,
  deadlineBeforeDelivery,
  amountDiffers,
  otherAccountName,
  cautionWords,
  personalData,
  linkSyntax,
  linkStaging,
  linkForeign,
  linkGlued,
  linkInsecure,
  linkShortener,
  linkDuplicate,
  voomOn,
  abTest,
  limitSet,
];
