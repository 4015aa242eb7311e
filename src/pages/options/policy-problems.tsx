import type { LayerProblem } from '../../domain/policy/layer-problem.ts';
import type { Translate } from '../../platform/i18n.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';

/** What is wrong with the policy of this computer, for whoever can mend it. */
export function PolicyProblems({ problems }: { readonly problems: readonly LayerProblem[] }) {
  const { t } = useTexts();
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={t('optionsPolicyProblemTitle')}>
      <p>{t('optionsPolicyProblemIntro')}</p>
      <ul class="policy-problems">
        {problems.map((problem) => (
          <li key={placeOf(problem)}>
            <ForeignText text={placeOf(problem)} /> {problemWords(problem, t)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where it is, in the names that stand in the policy. */
function placeOf({ account, key, part }: LayerProblem): string {
  return [account, key, part].filter((name) => name !== null).join(' / ');
}

function problemWords({ kind }: LayerProblem, t: Translate): string {
  switch (kind) {
    case 'gone':
      return t('optionsPolicyGone');
    case 'forgotten':
      return t('optionsPolicyForgotten');
    case 'vanished':
      return t('optionsPolicyVanished');
    case 'invalid':
    case 'not-a-policy':
      return t('optionsPolicyInvalid');
    case 'out-of-date':
      return t('optionsPolicyOutOfDate');
    case 'altered':
      return t('optionsPolicyAltered');
    case 'too-many':
      return t('optionsPolicyTooMany');
    case 'unknown':
    case 'newer':
    case 'not-for-accounts':
      return t('optionsPolicyUnknown');
  }
}
