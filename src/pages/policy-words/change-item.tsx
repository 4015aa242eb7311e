import type { Direction, PolicyChange } from '../../domain/policy/policy-changes.ts';
import type { RuleKey, RuleValues } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { type Texts, useTexts } from '../texts.ts';
import { RULE_NAMES } from './rule-names.ts';
import { valueWords } from './value-words.ts';

const DIRECTIONS: Readonly<Record<Direction, MessageKey>> = {
  stricter: 'supervisorStricter',
  laxer: 'supervisorLaxer',
  other: 'supervisorOther',
};

/** One rule before and after: only the lines that differ. */
export function ChangeItem({ change }: { readonly change: PolicyChange }) {
  const texts = useTexts();
  const { t } = texts;
  const { key, account, before, after, direction } = change;
  const [gone, come] = differing(linesOf(key, before, texts), linesOf(key, after, texts));
  return (
    <li class="change" data-direction={direction}>
      <p class="change-title">
        {account !== null && (
          <>
            <ForeignText text={account} />{' '}
          </>
        )}
        {t(RULE_NAMES[key])}
        <span class="tag">{t(DIRECTIONS[direction])}</span>
      </p>
      <Lines kind="before" lines={gone} />
      <Lines kind="after" lines={come} />
    </li>
  );
}

function Lines({ kind, lines }: { readonly kind: 'before' | 'after'; readonly lines: readonly string[] }) {
  const { t } = useTexts();
  if (lines.length === 0) return null;
  return (
    <ul
      class="change-lines"
      data-kind={kind}
      aria-label={t(kind === 'before' ? 'supervisorBefore' : 'supervisorAfter')}
    >
      {lines.map((line) => (
        <li key={line}>
          <ForeignText text={line} />
        </li>
      ))}
    </ul>
  );
}

function linesOf(key: RuleKey, value: RuleValues[RuleKey] | undefined, texts: Texts): readonly string[] {
  return value === undefined ? [texts.t('supervisorNotDecided')] : valueWords(key, value, texts);
}

/** What only one of the two has; both whole where the difference cannot be seen in the words, as in the details of a question. */
function differing(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  return gone.length + come.length === 0 ? [before, after] : [gone, come];
}
