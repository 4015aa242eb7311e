import { useMemo } from 'preact/hooks';
import { lacksApprovers } from '../../domain/policy/lacks-approvers.ts';
import type { RuleBook } from '../../domain/policy/rules.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';

/** Says that a second person is asked for whom nobody has named: a template cannot know who it is. */
export function ApproversMissing({ draft }: { readonly draft: RuleBook }) {
  const { t } = useTexts();
  const isMissing = useMemo(() => lacksApprovers(draft), [draft]);
  if (!isMissing) return null;
  return (
    <Notice tone="warn" title={t('supervisorNoApproversTitle')}>
      <p>{t('supervisorNoApprovers')}</p>
    </Notice>
  );
}
