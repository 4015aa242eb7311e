import { type Instant, MINUTE } from '../clock.ts';
import type { DecodedId } from './message-id.ts';

export const SEND_TIME_SOURCES = ['id', 'observed', 'clock'] as const;

/** Where a send time was read: LINE's message id, our own observation of the sending, or the clock in the row. */
export type SendTimeSource = (typeof SEND_TIME_SOURCES)[number];

/**
 * When LINE received a message, as an interval that surely contains the moment.
 * `exact`: `earliest` equals `latest` to 10 ms. `minute`: only the displayed minute is known, or a longer span.
 */
export interface SendTime {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly precision: 'exact' | 'minute';
  readonly source: SendTimeSource;
}

/** All that a row says about when it was sent; whatever is missing is null. */
export interface SendTimeEvidence {
  readonly id: DecodedId;
  /** The operator pressed send at `from`, and by `to` the row was there: this computer's clock. */
  readonly observed: Interval | null;
  /** The displayed minute, or the span between two displayed minutes, with its date. */
  readonly clock: Interval | null;
}

/** `from` up to and including `to`. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The first evidence that is certain, in the order id, observation, clock.
 * @param idsTrusted false once the conversation's ids have been contradicted
 * @returns null where nothing is certain
 */
export function decideSendTime(evidence: SendTimeEvidence, idsTrusted: boolean): SendTime | null {
  const { id, observed, clock } = evidence;
  // An id in the future says that id or computer clock is wrong, and the other readings lean on that same clock.
  if (idsTrusted && id.form === 'future') return null;
  if (idsTrusted && id.form !== 'unreadable') {
    return { earliest: id.at, latest: id.at, precision: 'exact', source: 'id' };
  }
  if (observed !== null) return roughly(observed, 'observed');
  if (clock !== null) return roughly(clock, 'clock');
  return null;
}

/** The interval that a displayed minute stands for. `minute`: its first instant. */
export function minuteInterval(minute: Instant): Interval {
  return { from: minute, to: minute + MINUTE - 1 };
}

function roughly({ from, to }: Interval, source: SendTimeSource): SendTime {
  return { earliest: from, latest: to, precision: 'minute', source };
}
