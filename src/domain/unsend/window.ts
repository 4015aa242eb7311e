import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../clock.ts';
import { needsNewCheck, type Region, type WindowChoice } from '../policy/window-choice.ts';
import { UNSEND_RULES, type UnsendRule } from './rules.ts';
import type { SendTime } from './send-time.ts';

/** What decides how long a message of one account can be unsent. */
export interface WindowSetting {
  readonly choice: WindowChoice;
  readonly region: Region;
  readonly marginSeconds: number;
}

/** A setting, or that it is not known yet what was set; then nothing is promised. */
export type WindowInForce = Omit<WindowSetting, 'choice'> & {
  readonly choice: WindowChoice | { readonly mode: 'unknown' };
};

/** The two clocks of one message; between them only LINE's own menu can tell. */
export interface Deadlines {
  /** Until here unsending is promised: shortest plausible limit, earliest possible send time, less the margin. */
  readonly safeUntil: Instant;
  /** From here on it is surely over: longest plausible limit, latest possible send time. */
  readonly overFrom: Instant;
}

/**
 * The deadlines of a message that was sent at `sendTime`, judged by what is known at `now`.
 * LINE compares a message's age with the limit in force at the moment of unsending, so a limit that is going to be cut
 * ends a promise early, and one that was cut has already done so.
 */
export function deadlines(
  sendTime: Pick<SendTime, 'earliest' | 'latest'>,
  setting: WindowInForce,
  now: Instant,
  rules: readonly UnsendRule[] = UNSEND_RULES,
): Deadlines {
  const phases = phasesFor(setting, now, rules);
  return {
    safeUntil: firstEnd(sendTime.earliest, phases) - setting.marginSeconds * SECOND,
    // Half-open: a message shown as 10:00 may have been sent at 10:00:59.999 and is over from 10:01:00.000.
    overFrom: lastEnd(sendTime.latest, phases) + 1,
  };
}

/** A stretch of time during which one pair of limits is in force; it ends where the next begins. */
interface Phase {
  readonly from: Instant;
  readonly safeMs: number;
  readonly maxMs: number;
}

function phasesFor(setting: WindowInForce, now: Instant, rules: readonly UnsendRule[]): readonly Phase[] {
  const settled = settledLimits(setting.choice, now);
  if (settled !== null) return [{ from: Number.NEGATIVE_INFINITY, ...settled }];
  const own = rules.filter((rule) => rule.region === setting.region);
  if (own.length === 0) throw new MissingRule(setting.region);
  return own.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)).reduce(addRule, []);
}

/** The limits that a person has settled for the account; null when the rule table decides. */
function settledLimits(choice: WindowInForce['choice'], now: Instant): Omit<Phase, 'from'> | null {
  switch (choice.mode) {
    case 'unknown':
      return { safeMs: 0, maxMs: DAY };
    case 'automatic':
      return null;
    case 'hour':
      return settledAt(HOUR);
    case 'day':
      // An old check is no check: LINE changes the limit without notice, and the shorter reading is the safe one.
      return needsNewCheck(choice, now) ? null : settledAt(DAY);
    case 'custom':
      return settledAt(choice.minutes * MINUTE);
  }
}

function settledAt(limitMs: number): Omit<Phase, 'from'> {
  return { safeMs: limitMs, maxMs: limitMs };
}

/** While a change is being rolled out both limits are possible, so the shorter is promised and the longer ruled out last. */
function addRule(phases: readonly Phase[], rule: UnsendRule): readonly Phase[] {
  const ruled = { safeMs: rule.safeMinutes * MINUTE, maxMs: rule.maxMinutes * MINUTE };
  const from = rule.from ?? Number.NEGATIVE_INFINITY;
  // A change that begins before the last one is finished leaves all their limits possible.
  const earlier = phases.filter((phase) => phase.from < from);
  const before = earlier.at(-1);
  if (before === undefined) return [{ from: Number.NEGATIVE_INFINITY, ...ruled }];
  const safeMs = Math.min(before.safeMs, ruled.safeMs);
  const maxMs = Math.max(before.maxMs, ruled.maxMs);
  const mixed = [...earlier, { from, safeMs, maxMs }];
  return rule.rolloutDone === null ? mixed : [...mixed, { from: rule.rolloutDone, ...ruled }];
}

/** The first instant at which a message sent at `sentAt` is older than the limit then in force. */
function firstEnd(sentAt: Instant, phases: readonly Phase[]): Instant {
  for (const [index, phase] of phases.entries()) {
    const phaseEnd = phases[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const end = Math.max(sentAt + phase.safeMs, phase.from);
    if (end < phaseEnd) return end;
  }
  return sentAt;
}

/** The last instant at which a message sent at `sentAt` may still be within the limit then in force. */
function lastEnd(sentAt: Instant, phases: readonly Phase[]): Instant {
  const ends = phases.map((phase, index) => {
    const phaseEnd = phases[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const end = sentAt + phase.maxMs;
    return end < phase.from ? Number.NEGATIVE_INFINITY : Math.min(end, phaseEnd);
  });
  return Math.max(sentAt, ...ends);
}

/** The rule table has no row for a region that can be chosen: a defect of this file. */
export class MissingRule extends Error {
  override readonly name = 'MissingRule';
  constructor(region: Region) {
    super(`no unsend rule for region ${region}`);
  }
}
