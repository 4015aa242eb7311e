import type { EffectivePolicy } from '../../../domain/policy/effective-policy.ts';
import type { RuleKey } from '../../../domain/policy/rules.ts';
import { QUESTION_RULES, RULE_GROUPS, type RuleGroup } from '../../policy-words/rule-groups.ts';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import { RuleInForce } from './rule-in-force.tsx';

/** Every rule of the table, as the supervisor's page orders them (tests/unit/pages/options-rules.test.tsx). */
const GROUPS: readonly RuleGroup[] = [
  { title: 'optionsRulesQuestions', rules: QUESTION_RULES },
  ...RULE_GROUPS,
];

/** All rules as they hold on this computer, to be looked at: also those that this page has no field for. */
export function RulesInForce({ inForce }: { readonly inForce: EffectivePolicy }) {
  const { t } = useTexts();
  return (
    <Section title={t('optionsRulesHeading')}>
      <p>{t('optionsRulesIntro')}</p>
      {GROUPS.map(({ title, rules }) => (
        <details class="rules-group" key={title}>
          <summary>
            {t(title)}{' '}
            <span class="quiet">{t('optionsRulesGroup', rules.length, countFixed(rules, inForce))}</span>
          </summary>
          <ul class="rules-shown">
            {rules.map((name) => (
              <RuleInForce key={name} name={name} inForce={inForce} />
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

/** Rules that are fixed, if only for one account. */
function countFixed(names: readonly RuleKey[], { rules, accounts }: EffectivePolicy): number {
  const everyone = [rules, ...Object.values(accounts)];
  return names.filter((name) => everyone.some((settled) => settled[name].isFixed)).length;
}
