import { RULES, type RuleKey } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/** What each rule is called on this page. */
export const RULE_NAMES: Readonly<Record<RuleKey, MessageKey>> = {
  network: 'optionsGateNetwork',
  lock: 'optionsGateLock',
  button: 'optionsGateButton',
  items: 'supervisorRuleItems',
  largeAudience: 'optionsGateLarge',
  leadMinutes: 'supervisorRuleLeadMinutes',
  checkLevels: 'supervisorRuleCheckLevels',
  cautionWords: 'optionsGateWords',
  ownLinkHosts: 'supervisorRuleOwnLinkHosts',
  quietHours: 'supervisorRuleQuietHours',
  holidays: 'supervisorRuleHolidays',
  usualAudience: 'supervisorRuleUsualAudience',
  coolDownSeconds: 'optionsGateCoolDown',
  secondPerson: 'optionsGateSecond',
  approvers: 'optionsApproversHeading',
  override: 'supervisorRuleOverride',
  customItems: 'supervisorRuleCustomItems',
  correctionText: 'supervisorRuleCorrectionText',
  contactNames: 'supervisorRuleContactNames',
  journalExcerpt: 'supervisorRuleJournalExcerpt',
  windows: 'optionsWindowsHeading',
  region: 'optionsRegion',
  marginSeconds: 'optionsMargin',
  warn: 'supervisorRuleWarn',
  retentionDays: 'supervisorRuleRetention',
  language: 'optionsLanguage',
  journalRetentionDays: 'supervisorRuleJournalRetention',
  apologyTexts: 'supervisorRuleApologyTexts',
  anchors: 'supervisorRuleAnchors',
};

/** The key of the sentence that explains a rule. */
export function helpOf(key: RuleKey): MessageKey {
  // tests/unit/policy/rules.test.ts: every help is one of the texts.
  return RULES[key].help as MessageKey;
}
