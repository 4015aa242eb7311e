import type { Check, CheckContext, Found } from '../finding.ts';
import { dayOf, slashTime } from '../text/day.ts';
import { findDates } from '../text/find-dates.ts';
import { findDeadlines } from '../text/find-deadlines.ts';
import { deliveryOf } from './delivery.ts';
import { foundAt, type Passage, textsOf } from './passages.ts';
import { isToldAsPast } from './told-past.ts';

/** A deadline that is over when the broadcast arrives: `11月20日まで`, `本日18時まで` sent at 19:00. */
export const deadlineBeforeDelivery: Check = {
  name: 'deadline-before-delivery',
  level: 'warn',
  find: (context) => textsOf(context.broadcast).flatMap((passage) => deadlinesIn(passage, context)),
};

function deadlinesIn(passage: Passage, context: CheckContext): readonly Found[] {
  const delivery = deliveryOf(context);
  const dates = findDates(passage.text, context.now);
  return findDeadlines(passage.text, dates, dayOf(delivery))
    .filter((deadline) => deadline.over <= delivery && !isToldAsPast(passage.text, deadline))
    .map((deadline) => foundAt(passage, deadline, 'checkDeadlineBeforeDelivery', [slashTime(delivery)]));
}
