import { type Instant, MINUTE, SECOND, startOfMinute } from '../clock.ts';
import { canBeUnsent, type MessageKind } from './message-kind.ts';
import type { SendTime } from './send-time.ts';
import { type Deadlines, deadlines, type WindowInForce } from './window.ts';

/** From how many minutes on a badge warns, and from how many it urges. */
export interface WarnSetting {
  readonly warnMinutes: number;
  readonly urgentMinutes: number;
}

/** What is left of a promise, rounded down: whole minutes, or seconds in its last minute. */
export interface TimeLeft {
  readonly unit: 'minutes' | 'seconds';
  readonly amount: number;
}

export type Urgency = 'calm' | 'warn' | 'urgent';

/**
 * What can be said about unsending one outgoing message.
 * `safe`, `warn`: LINE surely still takes it back; `check`: only LINE's menu can tell; `over`: surely too late;
 * `unknown`: no certain send time; `never`: not a kind that can be unsent.
 */
export type UnsendStatus =
  | ({ readonly state: 'safe'; readonly left: TimeLeft } & Deadlines)
  | ({ readonly state: 'warn'; readonly urgent: boolean; readonly left: TimeLeft } & Deadlines)
  | ({ readonly state: 'check' | 'over' } & Deadlines)
  | { readonly state: 'unknown' }
  | { readonly state: 'never' };

export type UnsendState = UnsendStatus['state'];

/** A message's own facts. `sendTime` is null when nothing certain is known. */
export interface JudgedMessage {
  readonly kind: MessageKind;
  readonly sendTime: SendTime | null;
}

/**
 * Judges one message.
 * @param now corrected current time; null when this computer's clock cannot be trusted
 */
export function statusOf(
  message: JudgedMessage,
  setting: WindowInForce,
  warn: WarnSetting,
  now: Instant | null,
): UnsendStatus {
  if (!canBeUnsent(message.kind)) return { state: 'never' };
  // A message that lies in the future contradicts the clock, and then nothing that depends on the clock is certain.
  if (message.sendTime === null || now === null || message.sendTime.earliest > now)
    return { state: 'unknown' };
  const ends = deadlines(message.sendTime, setting, now);
  if (now >= ends.overFrom) return { state: 'over', ...ends };
  if (now >= ends.safeUntil) return { state: 'check', ...ends };
  const left = timeLeft(ends.safeUntil, now);
  const urgency = urgencyOf(left, warn);
  if (urgency === 'calm') return { state: 'safe', left, ...ends };
  return { state: 'warn', urgent: urgency === 'urgent', left, ...ends };
}

/** How pressing what is left is, by the minutes that are shown. */
export function urgencyOf(left: TimeLeft, warn: WarnSetting): Urgency {
  const minutes = left.unit === 'minutes' ? left.amount : 0;
  if (minutes > warn.warnMinutes) return 'calm';
  return minutes <= warn.urgentMinutes ? 'urgent' : 'warn';
}

/** When {@link urgencyOf} what is left until `deadline` will next be different, or the deadline itself; null after it. */
export function nextUrgencyChange(deadline: Instant, warn: WarnSetting, now: Instant): Instant | null {
  // An amount holds up to and including its own moment: see `nextLabelChange`.
  const crossing = (minutes: number) => startOfMinute(deadline) - (minutes + 1) * MINUTE + 1;
  const changes = [crossing(warn.warnMinutes), crossing(warn.urgentMinutes), deadline];
  const coming = changes.filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/**
 * What is left until `deadline`. Minutes count to the wall-clock minute of the deadline, so that all labels of a page
 * change in the same frame; that is at most 59 s short and never long.
 */
export function timeLeft(deadline: Instant, now: Instant): TimeLeft {
  const minutes = Math.floor((startOfMinute(deadline) - now) / MINUTE);
  if (minutes >= 1) return { unit: 'minutes', amount: minutes };
  const left = deadline - now;
  return left >= MINUTE
    ? { unit: 'minutes', amount: 1 }
    : { unit: 'seconds', amount: Math.floor(left / SECOND) };
}

/** When what {@link statusOf} says of a message will next be different; null when it stays. */
export function nextChange(status: UnsendStatus, now: Instant): Instant | null {
  switch (status.state) {
    case 'safe':
    case 'warn':
      return Math.min(nextLabelChange(status.left, status.safeUntil, now), status.safeUntil);
    case 'check':
      return status.overFrom;
    case 'over':
    case 'unknown':
    case 'never':
      return null;
  }
}

function nextLabelChange(left: TimeLeft, deadline: Instant, now: Instant): Instant {
  // Amounts are rounded down, so each holds up to and including its own moment and changes just after it.
  if (left.unit === 'seconds') return deadline - Math.floor((deadline - now) / SECOND) * SECOND + 1;
  return left.amount > 1 ? startOfMinute(deadline) - left.amount * MINUTE + 1 : deadline - MINUTE + 1;
}
