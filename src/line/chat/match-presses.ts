import type { PcClock } from '../../domain/unsend/pc-clock.ts';
import type { RowChange } from './live-rows.ts';
import type { Presses } from './presses.ts';
import type { RowFacts } from './read-row.ts';
import type { SendTimes } from './send-times.ts';

/** The parts of a conversation that are needed here. */
interface Rows {
  rows(): readonly HTMLElement[];
  factsOf(row: HTMLElement): RowFacts;
  readonly times: SendTimes;
}

/**
 * Finds out which rows of a change were sent by the operator just now: those become observed, and where LINE has given
 * them an id already, the computer's clock is measured by it.
 */
export function matchPresses(
  change: RowChange,
  conversation: Rows,
  { presses, pcClock }: { readonly presses: Presses; readonly pcClock: PcClock },
): void {
  const { times } = conversation;
  const note = (row: HTMLElement, pressedAt: number) => {
    const decoded = times.decode(row);
    // An id in the future tells of a clock that is minutes slow, if ids tell the truth here.
    const isTime = (decoded.form === 'sent' || decoded.form === 'future') && !times.idsDistrusted;
    if (isTime) pcClock.noteSentLive(pressedAt, decoded.at);
    else if (times.observedPress(row) === null) times.observe(row, pressedAt);
  };
  // LINE may replace the element of a pending message when it has taken it.
  const handedOn = [...change.removed].map((row) => times.observedPress(row)).filter((time) => time !== null);
  const rows = conversation.rows();
  // A list that has just been opened shows old messages; the first message of all comes alone.
  const isOpening = rows.length === change.added.length && rows.length > 1;
  // Other rows that come for rows that went were rendered anew, which is no proof of having been sent now.
  const isNews = change.added.length > 0 && !isOpening && (change.removed.size === 0 || handedOn.length > 0);
  const newest = new Set(isNews ? rows.slice(-change.added.length) : []);
  for (const row of change.added) {
    if (!newest.has(row) || conversation.factsOf(row).direction !== 'outgoing') continue;
    const pressedAt = handedOn.shift() ?? presses.take();
    if (pressedAt !== null) note(row, pressedAt);
  }
  for (const row of change.changed) {
    const pressedAt = times.observedPress(row);
    if (pressedAt !== null) note(row, pressedAt);
  }
}
