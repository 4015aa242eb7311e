import type { RuleKey } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/** Rules that stand under one title. */
export interface RuleGroup {
  readonly title: MessageKey;
  readonly rules: readonly RuleKey[];
}

/** Every rule but those of the questions, in the order in which a shop would think of them (tests/unit/pages/supervisor-rules.test.tsx). */
export const RULE_GROUPS: readonly RuleGroup[] = [
  { title: 'supervisorGroupStop', rules: ['network', 'lock', 'button', 'coolDownSeconds', 'override'] },
  {
    title: 'supervisorGroupAudience',
    rules: ['largeAudience', 'usualAudience', 'leadMinutes', 'quietHours', 'holidays'],
  },
  { title: 'supervisorGroupContent', rules: ['checkLevels', 'cautionWords', 'ownLinkHosts'] },
  { title: 'supervisorGroupMistake', rules: ['correctionText', 'contactNames'] },
  { title: 'supervisorGroupRecord', rules: ['journalExcerpt', 'journalRetentionDays', 'retentionDays'] },
  { title: 'supervisorGroupUnsend', rules: ['windows', 'region', 'marginSeconds', 'warn', 'apologyTexts'] },
  { title: 'supervisorGroupScreen', rules: ['language', 'anchors'] },
];

/** The rules of the questions, in the third section of the supervisor's page: what is asked, and when. */
export const QUESTION_RULES: readonly RuleKey[] = ['items', 'secondPerson', 'approvers', 'customItems'];
