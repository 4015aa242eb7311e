import * as v from 'valibot';
import { DAY, type Instant } from '../clock.ts';
import { type AccountId, accountIdSchema } from '../unsend/identity.ts';
import { DEFAULT_GATE_POLICY, gatePolicySchema, readGatePolicy } from './gate-policy.ts';
import { LANGUAGES } from './languages.ts';

export { LANGUAGES, type Language } from './languages.ts';

export const REGIONS = ['JP', 'TH', 'TW', 'OTHER'] as const;
export type Region = (typeof REGIONS)[number];

/** An answer "24 hours, I checked it" counts for this long; then Matta asks again. */
export const CONFIRMATION_LASTS_MS = 90 * DAY;

const minutes = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/**
 * How long an account's messages are taken to be unsendable.
 * `automatic`: by the rule table. `hour`: 60 minutes, settled. `day`: 24 hours, tried by somebody at `checkedAt`.
 * `custom`: that many minutes, settled.
 */
export const windowChoiceSchema = v.variant('mode', [
  v.object({ mode: v.literal('automatic') }),
  v.object({ mode: v.literal('hour') }),
  v.object({ mode: v.literal('day'), checkedAt: v.number() }),
  v.object({ mode: v.literal('custom'), minutes: minutes(1, 1440) }),
]);
export type WindowChoice = v.InferOutput<typeof windowChoiceSchema>;

const warnSchema = v.pipe(
  v.object({ warnMinutes: minutes(1, 59), urgentMinutes: minutes(1, 59) }),
  v.check((warn) => warn.urgentMinutes <= warn.warnMinutes),
);

/** The schema of each field alone, so that a damaged field falls back to its default and the others stay. */
export const policyFields = {
  windows: v.record(accountIdSchema, windowChoiceSchema),
  region: v.picklist(REGIONS),
  marginSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(300)),
  warn: warnSchema,
  retentionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
  language: v.picklist(['auto', ...LANGUAGES]),
  /** The gate before broadcasts. */
  gate: gatePolicySchema,
} as const;

/** Everything that can be set. `language: 'auto'` follows the browser. */
export const policySchema = v.object(policyFields);
export type Policy = v.InferOutput<typeof policySchema>;

export const DEFAULT_POLICY: Policy = {
  windows: {},
  region: 'JP',
  // Pointer, menu, confirmation, network and small clock errors: evidence in line-pages.md, "The exact boundary".
  marginSeconds: 60,
  warn: { warnMinutes: 10, urgentMinutes: 5 },
  retentionDays: 90,
  language: 'auto',
  gate: DEFAULT_GATE_POLICY,
};

/** Policy from whatever was stored: damaged or unknown fields fall back to their defaults one by one. Never throws. */
export function readPolicy(stored: unknown): Policy {
  const found: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const field = <K extends keyof Policy>(key: K): Policy[K] => {
    const parsed = v.safeParse(policyFields[key], found[key]);
    return parsed.success ? (parsed.output as Policy[K]) : DEFAULT_POLICY[key];
  };
  return {
    windows: readWindows(found['windows']),
    region: field('region'),
    marginSeconds: field('marginSeconds'),
    warn: field('warn'),
    retentionDays: field('retentionDays'),
    language: field('language'),
    gate: readGatePolicy(found['gate']),
  };
}

/** The choice for one account; `automatic` when nothing was chosen. */
export function windowChoice(policy: Policy, account: AccountId): WindowChoice {
  return policy.windows[account] ?? { mode: 'automatic' };
}

/**
 * True when the account's "24 hours, I checked it" is due for another check; also when the check lies in the future, where
 * a wrong clock has put it and where it would hold for ever.
 */
export function needsNewCheck(choice: WindowChoice, now: Instant): boolean {
  if (choice.mode !== 'day') return false;
  return choice.checkedAt > now || now - choice.checkedAt >= CONFIRMATION_LASTS_MS;
}

/** Entry by entry: what is wrong with one account's window shall not cost the others theirs. */
function readWindows(stored: unknown): Policy['windows'] {
  const windows: Policy['windows'] = {};
  for (const [account, choice] of Object.entries(Object(stored))) {
    const parsed = v.safeParse(policyFields.windows, { [account]: choice });
    if (parsed.success) Object.assign(windows, parsed.output);
  }
  return windows;
}
