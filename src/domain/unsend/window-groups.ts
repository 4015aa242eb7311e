import { DAY, type Instant } from '../clock.ts';
import { needsNewCheck, type Policy, type WindowChoice, windowChoice } from '../policy/policy.ts';
import type { AccountId } from './identity.ts';
import { deadlines, type WindowSetting } from './window.ts';

/** Accounts whose messages live equally long, so that among them order of sending is order of deadline. */
export interface WindowGroup {
  readonly setting: WindowSetting;
  /** The earliest send time whose promise still holds. */
  readonly oldestSafe: Instant;
  readonly includes: (account: AccountId) => boolean;
}

/** A setting whose choice is known. */
export type KnownWindowSetting = WindowSetting & { readonly choice: WindowChoice };

/** The setting in force for one account. */
export function windowSetting(policy: Policy, account: AccountId): KnownWindowSetting {
  return settingOf(policy, windowChoice(policy, account));
}

/** All accounts, known or not, in as few groups as their windows allow: a single one in the usual case. */
export function windowGroups(policy: Policy, now: Instant): readonly WindowGroup[] {
  const keys = accountKeys(policy, now);
  const settings = new Map<string, WindowSetting>([[AUTOMATIC, settingOf(policy, { mode: 'automatic' })]]);
  for (const [account, choice] of Object.entries(policy.windows)) {
    settings.set(keys.get(account) ?? AUTOMATIC, settingOf(policy, choice));
  }
  return [...settings].map(([key, setting]) => ({
    setting,
    oldestSafe: oldestSafe(setting, now),
    includes: (account) => (keys.get(account) ?? AUTOMATIC) === key,
  }));
}

/** Equal for equal groups: tells whether an order that was worked out earlier still holds. */
export function windowsFingerprint(policy: Policy, now: Instant): string {
  const special = [...accountKeys(policy, now)].filter(([, key]) => key !== AUTOMATIC);
  return JSON.stringify([policy.region, policy.marginSeconds, special.toSorted()]);
}

const AUTOMATIC = 'automatic';

function accountKeys(policy: Policy, now: Instant): ReadonlyMap<string, string> {
  return new Map(Object.entries(policy.windows).map(([account, choice]) => [account, keyOf(choice, now)]));
}

function keyOf(choice: WindowChoice, now: Instant): string {
  switch (choice.mode) {
    case 'automatic':
      return AUTOMATIC;
    case 'hour':
      return '60';
    case 'day':
      return needsNewCheck(choice, now) ? AUTOMATIC : '1440';
    case 'custom':
      return String(choice.minutes);
  }
}

function settingOf(policy: Policy, choice: WindowChoice): KnownWindowSetting {
  return { choice, region: policy.region, marginSeconds: policy.marginSeconds };
}

/** No promise is longer than a day, and no margin eats more than a day. */
const SEARCHED_MS = 2 * DAY;

/** Found by halving: the rule table has phases, so there is no formula, but a later message never ends earlier. */
function oldestSafe(setting: WindowSetting, now: Instant): Instant {
  let over = now - SEARCHED_MS;
  let safe = now + SEARCHED_MS;
  while (safe - over > 1) {
    const sentAt = Math.floor((over + safe) / 2);
    if (deadlines({ earliest: sentAt, latest: sentAt }, setting, now).safeUntil > now) safe = sentAt;
    else over = sentAt;
  }
  return safe;
}
