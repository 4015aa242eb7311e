import type { LayerProblem } from '../../../domain/policy/layer-problem.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useTexts } from '../../texts.ts';

/** What a policy holds that cannot be used here: named, and kept as it is where it is only unknown. */
export function UnknownKeys({ problems }: { readonly problems: readonly LayerProblem[] }) {
  const { t } = useTexts();
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={t('supervisorUnknownTitle')}>
      <ul class="plain-list">
        {problems.map((problem) => (
          <li key={placeOf(problem)}>
            <ForeignText text={placeOf(problem)} />
            {t('supervisorColon')}
            {problemWords(problem, t)}
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

function problemWords({ kind }: LayerProblem, t: ReturnType<typeof useTexts>['t']): string {
  switch (kind) {
    case 'unknown':
    case 'newer':
    case 'not-for-accounts':
      return t('supervisorUnknownKept');
    case 'too-many':
      return t('optionsPolicyTooMany');
    case 'invalid':
    case 'not-a-policy':
    case 'vanished':
    case 'gone':
    case 'forgotten':
    case 'out-of-date':
    case 'altered':
      return t('supervisorUnknownStrict');
  }
}
