import type { Direction, PolicyChange } from '../../domain/policy/policy-changes.ts';
import { RULES } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useTexts } from '../texts.ts';
import { differingParts, ruleValueWords } from './rule-value-words.ts';

const DIRECTIONS: Readonly<Record<Direction, MessageKey>> = {
  stricter: 'signedDirectionStricter',
  laxer: 'signedDirectionLaxer',
  other: 'signedDirectionOther',
};

/** What a new policy decides differently, one rule each. */
export function PolicyDiff({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const { t } = useTexts();
  if (changes.length === 0) return <p>{t('optionsSignedNoChanges')}</p>;
  return (
    <>
      <p class="field-label">{t('optionsSignedChanges')}</p>
      <ul class="policy-diff">
        {changes.map((change) => (
          <Change key={`${change.account} ${change.key}`} change={change} />
        ))}
      </ul>
    </>
  );
}

function Change({ change: { key, account, before, after, direction } }: { readonly change: PolicyChange }) {
  const { t } = useTexts();
  const [was, is] = differingParts(key, before, after);
  return (
    <li>
      <p class="policy-change" data-direction={direction}>
        <strong>{t(DIRECTIONS[direction])}</strong>{' '}
        <ForeignText text={t('signedFromTo', ruleValueWords(key, was, t), ruleValueWords(key, is, t))} />
      </p>
      <p class="field-help">
        {account !== null && (
          <>
            <ForeignText text={account} />
            {' · '}
          </>
        )}
        {/* The table of rules names texts by their keys alone; tests/unit/policy/rules.test.ts holds that there are such texts. */}
        {t(RULES[key].help as MessageKey)}
      </p>
    </li>
  );
}
