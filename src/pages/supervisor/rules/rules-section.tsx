import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { saidRule } from '../../../domain/policy/layer-edits.ts';
import { isAccountRule } from '../../../domain/policy/rules.ts';
import { RULE_GROUPS } from '../../policy-words/rule-groups.ts';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import { ForAccount } from '../for-account.tsx';
import type { EditedDraft } from '../use-draft.ts';
import { RuleRow } from './rule-row.tsx';
import { UnknownKeys } from './unknown-keys.tsx';

export interface RulesSectionProps {
  readonly draft: EditedDraft;
  /** Null: for all accounts. */
  readonly account: BasicId | null;
}

/** Every rule but the questions, in groups that open one by one. */
export function RulesSection({ draft, account }: RulesSectionProps) {
  const { t } = useTexts();
  return (
    <Section title={t('supervisorRulesHeading')}>
      <ForAccount account={account} />
      <p>{t('supervisorRulesIntro')}</p>
      {RULE_GROUPS.map(({ title, rules }) => {
        const shown = account === null ? rules : rules.filter(isAccountRule);
        if (shown.length === 0) return null;
        const decided = shown.filter((key) => saidRule(draft.values, account, key) !== undefined).length;
        return (
          <details class="group" key={title}>
            <summary>
              {t(title)} <span class="quiet">{t('supervisorDecided', decided, shown.length)}</span>
            </summary>
            <div class="group-rules">
              {shown.map((name) => (
                <RuleRow key={`${account} ${name}`} draft={draft} account={account} name={name} />
              ))}
            </div>
          </details>
        );
      })}
      <UnknownKeys problems={draft.problems} />
    </Section>
  );
}
