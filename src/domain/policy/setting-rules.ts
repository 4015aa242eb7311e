import * as v from 'valibot';
import { anchorsRule } from './anchors-rule.ts';
import { LANGUAGES } from './languages.ts';
import { listRule } from './list-rule.ts';
import { choiceRule, numberRule } from './ranked-rule.ts';
import { rule, textOf, whole } from './rule.ts';
import { UNSEND_STANDARDS } from './unsend-standards.ts';
import { REGIONS } from './window-choice.ts';
import { windowsRule } from './windows-rule.ts';

const warnSchema = v.pipe(
  v.object({ warnMinutes: whole(1, 59), urgentMinutes: whole(1, 59) }),
  v.check((warn) => warn.urgentMinutes <= warn.warnMinutes),
);

const STANDARD_JOURNAL_DAYS = 400;

/** Everything that can be set besides the gate: the same for all accounts. */
export const SETTING_RULES = {
  /** By account, as chat addresses name it. */
  windows: windowsRule,
  region: choiceRule(REGIONS, UNSEND_STANDARDS.region, 'policyHelpRegion'),
  marginSeconds: numberRule({
    least: 0,
    most: 300,
    standard: UNSEND_STANDARDS.marginSeconds,
    stricter: 'more',
    help: 'policyHelpMargin',
  }),
  warn: rule({
    schema: warnSchema,
    standard: { ...UNSEND_STANDARDS.warn },
    order: 'none',
    help: 'policyHelpWarn',
  }),
  /** How long it is remembered when a message was sent. */
  retentionDays: rule({
    schema: whole(1, 365),
    standard: 90,
    order: 'none',
    help: 'policyHelpRetention',
  }),
  /** `auto` follows the browser. */
  language: choiceRule(['auto', ...LANGUAGES], 'auto', 'policyHelpLanguage'),
  /**
   * How long an entry of the journal is kept. Longer is better evidence and worse privacy, so that neither is stricter; but while
   * the value is damaged nothing is removed that could not be brought back. An operator alone neither shortens what can be proved nor
   * lengthens what is known about people: that is for a supervisor to decide.
   */
  journalRetentionDays: rule({
    schema: whole(1, 3_650),
    standard: STANDARD_JOURNAL_DAYS,
    strictest: 3_650,
    order: 'none',
    own: (below, wanted) => Math.min(Math.max(below, wanted), Math.max(below, STANDARD_JOURNAL_DAYS)),
    help: 'policyHelpJournalRetention',
  }),
  /** Selectors by page and part. */
  anchors: anchorsRule,
  /** What can be said in a chat after a message was unsent. */
  apologyTexts: listRule({ entry: textOf(1, 500), most: 20, order: 'none', help: 'policyHelpApologyTexts' }),
};
export type SettingKey = keyof typeof SETTING_RULES;
