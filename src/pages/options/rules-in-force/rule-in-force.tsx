import type { EffectivePolicy, SettledRules } from '../../../domain/policy/effective-policy.ts';
import { isAccountRule, type RuleKey } from '../../../domain/policy/rules.ts';
import { isSameValue } from '../../../domain/policy/same-value.ts';
import { OriginLine } from '../../../ui/field-origin.tsx';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { helpOf, RULE_NAMES } from '../../policy-words/rule-names.ts';
import { valueWords } from '../../policy-words/value-words.ts';
import { useTexts } from '../../texts.ts';
import { originOf } from '../origin.ts';
import { ValueLines } from './value-lines.tsx';

export interface RuleInForceProps {
  readonly name: RuleKey;
  readonly inForce: EffectivePolicy;
}

/** One rule: what it is for, what holds, why, and where it differs the accounts for which it is another. */
export function RuleInForce({ name, inForce: { rules, accounts } }: RuleInForceProps) {
  const { t } = useTexts();
  const others = Object.entries(accounts).filter(
    ([, own]) => isAccountRule(name) && differs(own, rules, name),
  );
  return (
    <li class="rule-shown" data-rule={name}>
      <p class="field-label">{t(RULE_NAMES[name])}</p>
      <p class="field-help">{t(helpOf(name))}</p>
      <Held id={`rule-${name}`} name={name} rules={rules} />
      {others.length > 0 && (
        <ul class="rules-shown">
          {others.map(([account, own]) => (
            <li key={account} class="rule-shown">
              <p class="field-label">
                <ForeignText text={t('optionsRulesAccount', account)} />
              </p>
              <Held id={`rule-${name}-${account.slice(1)}`} name={name} rules={own} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface HeldProps {
  readonly id: string;
  readonly name: RuleKey;
  readonly rules: SettledRules;
}

/** What holds and why; of what is fixed only in part, or less strictly, also what that is. */
function Held({ id, name, rules }: HeldProps) {
  const texts = useTexts();
  const { value, floor, from, isFixed } = rules[name];
  const lines = valueWords(name, value, texts);
  const fixed = floor === undefined ? lines : valueWords(name, floor, texts);
  const isAll = fixed.length === lines.length && fixed.every((line) => lines.includes(line));
  return (
    <>
      <ValueLines lines={lines} />
      {!isAll && (
        <>
          <p class="field-help">{texts.t('optionsRulesFloor')}</p>
          <ValueLines lines={fixed} />
        </>
      )}
      <OriginLine id={id} origin={originOf({ from, isFixed }, texts.t)} />
    </>
  );
}

function differs(own: SettledRules, rules: SettledRules, name: RuleKey): boolean {
  const [a, b] = [own[name], rules[name]];
  return a.from !== b.from || a.isFixed !== b.isFixed || !isSameValue(a.value, b.value);
}
