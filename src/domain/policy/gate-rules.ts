import * as v from 'valibot';
import { CHECK_LEVELS } from '../broadcast/checks/check-levels.ts';
import { approversRule } from './approvers-rule.ts';
import { STANDARD_COOL_DOWN_SECONDS } from './cool-down.ts';
import { CUSTOM_ITEMS, customItemSchema, MOST_CUSTOM_ITEMS, mendCustomItem } from './custom-item.ts';
import { EXCERPTS } from './excerpts.ts';
import { ownLinkHostsRule } from './link-hosts.ts';
import { listRule } from './list-rule.ts';
import { MODES } from './mode.ts';
import { namedRule } from './named-rule.ts';
import { OVERRIDES } from './override.ts';
import { QUIET_HOURS } from './quiet-hours.ts';
import { choiceRule, numberRule, rankedRule } from './ranked-rule.ts';
import { rule, textOf, whole } from './rule.ts';
import { ALL_WORDS } from './strictness.ts';

/** When something is asked, the laxest first. */
export const ASKINGS = ['never', 'large', 'always'] as const;
export type Asking = (typeof ASKINGS)[number];

/** What a policy makes of what a check finds, the laxest first. */
export const POLICY_LEVELS = ['off', 'inform', 'warn', 'block'] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

/** To whom an account sends as a rule; `unknown`: its own history says it. `narrowed` makes all friends a surprise. */
export const USUAL_AUDIENCES = ['all', 'unknown', 'narrowed'] as const;

/** LINE's own limit of one bubble, in letters. */
const LONGEST_MESSAGE = 500;

/** Everything that the gate goes by. The three modes are those of the whole browser; all others may differ between accounts. */
export const GATE_RULES = {
  network: rankedRule(MODES, 'enforce', 'policyHelpNetwork'),
  lock: rankedRule(MODES, 'enforce', 'policyHelpLock'),
  button: rankedRule(MODES, 'enforce', 'policyHelpButton'),
  /** By item. The second person has a rule of its own. */
  items: namedRule({
    ranks: ASKINGS,
    standard: {
      account: 'always',
      people: 'always',
      when: 'always',
      values: 'large',
      links: 'large',
      test: 'large',
      correction: 'large',
    },
    // Without these three a checklist asks nothing that has to be looked up.
    least: { account: 'large', people: 'large', when: 'large' },
    help: 'policyHelpItems',
  }),
  /** From this many people on a broadcast is large. */
  largeAudience: numberRule({
    least: 1,
    most: 100_000_000,
    standard: 1_000,
    stricter: 'fewer',
    help: 'policyHelpLargeAudience',
  }),
  /** Fewest minutes between the checklist and a reserved delivery: line-broadcast-page.md §9, item 5. */
  leadMinutes: numberRule({
    least: 0,
    most: 1_440,
    standard: 5,
    stricter: 'more',
    help: 'policyHelpLeadMinutes',
  }),
  /** By check. */
  checkLevels: namedRule({
    ranks: POLICY_LEVELS,
    standard: CHECK_LEVELS,
    // An approval that can be used for other content is none, and what nobody has read somebody has to look at.
    least: { 'changed-after-approval': 'block', unreadable: 'warn' },
    help: 'policyHelpCheckLevels',
  }),
  cautionWords: listRule({
    entry: textOf(1, 50),
    most: 200,
    order: ALL_WORDS,
    help: 'policyHelpCautionWords',
  }),
  ownLinkHosts: ownLinkHostsRule,
  /** Minutes of the day. 21:00 to 8:00: line-broadcast-page.md §9, item 5. */
  quietHours: rule({
    schema: v.object({ from: whole(0, 1_439), to: whole(0, 1_440) }),
    standard: { from: 21 * 60, to: 8 * 60 },
    strictest: { from: 0, to: 1_440 },
    order: QUIET_HOURS,
    help: 'policyHelpQuietHours',
  }),
  /** As `2027-01-01`. */
  holidays: listRule({
    entry: v.pipe(v.string(), v.isoDate()),
    most: 400,
    order: ALL_WORDS,
    help: 'policyHelpHolidays',
  }),
  usualAudience: rankedRule(USUAL_AUDIENCES, 'unknown', 'policyHelpUsualAudience'),
  /** How long a released broadcast can still be stopped. */
  coolDownSeconds: numberRule({
    least: 0,
    most: 60,
    standard: STANDARD_COOL_DOWN_SECONDS,
    stricter: 'more',
    help: 'policyHelpCoolDown',
  }),
  secondPerson: rankedRule(ASKINGS, 'never', 'policyHelpSecondPerson'),
  /** Who that can be. */
  approvers: approversRule,
  override: rankedRule(OVERRIDES, 'reason', 'policyHelpOverride'),
  customItems: listRule({
    entry: customItemSchema,
    most: MOST_CUSTOM_ITEMS,
    order: CUSTOM_ITEMS,
    help: 'policyHelpCustomItems',
    mend: mendCustomItem,
  }),
  /** What is sent after a wrong broadcast; empty: nothing is prepared. */
  correctionText: rule({
    schema: textOf(0, LONGEST_MESSAGE),
    standard: '',
    order: 'none',
    help: 'policyHelpCorrectionText',
  }),
  /** Who can be asked when something went wrong. */
  contactNames: listRule({ entry: textOf(1, 100), most: 50, order: 'none', help: 'policyHelpContactNames' }),
  // More of a text is better evidence and worse privacy: neither is the stricter one.
  journalExcerpt: choiceRule(EXCERPTS, 'none', 'policyHelpJournalExcerpt'),
};
export type GateKey = keyof typeof GATE_RULES;
