import type { Check, CheckContext, Found } from '../finding.ts';
import { dayNumber, dayOf, isRealDay, slashDay } from '../text/day.ts';
import { type FoundDate, findDates } from '../text/find-dates.ts';
import { findDeadlines } from '../text/find-deadlines.ts';
import { deliveryOf } from './delivery.ts';
import { foundAt, type Passage, textsOf } from './passages.ts';
import { isToldAsPast } from './told-past.ts';

/**
 * A date before the day on which the broadcast arrives. Not where the sentence tells of the past, not the beginning of a
 * period that still lasts, and not a deadline, which has its own check.
 */
export const pastDate: Check = {
  name: 'past-date',
  level: 'warn',
  find: (context) => textsOf(context.broadcast).flatMap((passage) => pastDatesIn(passage, context)),
};

/** Older dates with a year are history: 1985年4月1日創業. */
const HISTORY_DAYS = 400;

function pastDatesIn(passage: Passage, context: CheckContext): readonly Found[] {
  const dates = findDates(passage.text, context.now);
  const today = dayOf(deliveryOf(context));
  const deadlines = new Set(findDeadlines(passage.text, dates, today).map(({ date }) => date));
  const isPast = ({ day }: FoundDate) => dayNumber(day) < dayNumber(today);
  return dates
    .filter((date, place) => {
      if (!isRealDay(date.day) || !isPast(date) || deadlines.has(date)) return false;
      if (dayNumber(today) - dayNumber(date.day) > HISTORY_DAYS) return false;
      const next = dates[place + 1];
      const lasts = next?.since === date.day && !isPast(next);
      return !lasts && !isOpenBeginning(passage, date) && !isToldAsPast(passage.text, date);
    })
    .map((date) => foundAt(passage, date, 'checkPastDate', [slashDay(date.day)]));
}

/** `11/20〜` without an end: still going on, unless a date follows. */
function isOpenBeginning({ folded }: Passage, { end }: FoundDate): boolean {
  return /^\s?[〜~](?!\s?\d)/.test(folded.slice(end, end + 4));
}
