import { useMemo } from 'preact/hooks';
import type { LayerProblem } from '../../../domain/policy/layer-problem.ts';
import { policyChanges } from '../../../domain/policy/policy-changes.ts';
import type { LayerValues } from '../../../domain/policy/read-layer.ts';
import { Button } from '../../../ui/button.tsx';
import { Question } from '../../../ui/question.tsx';
import { ChangeList } from '../../policy-words/change-list.tsx';
import { useTexts } from '../../texts.ts';
import { UnknownKeys } from '../rules/unknown-keys.tsx';

export interface DiffQuestionProps {
  readonly before: LayerValues;
  readonly after: LayerValues;
  /** What is wrong with the policy that is offered. */
  readonly problems: readonly LayerProblem[];
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** Shows, line by line, what another policy would make of the draft, and asks whether it shall. */
export function DiffQuestion({ before, after, problems, onApply, onCancel }: DiffQuestionProps) {
  const { t } = useTexts();
  const changes = useMemo(() => policyChanges(before, after, 'no-demand'), [before, after]);
  const laxer = changes.filter(({ direction }) => direction === 'laxer').length;
  return (
    <Question
      title={changes.length === 0 ? t('supervisorDiffNone') : t('supervisorDiffTitle', changes.length, laxer)}
      answers={
        <>
          <Button look="main" onPress={onApply}>
            {t('supervisorDiffApply')}
          </Button>
          <Button onPress={onCancel}>{t('supervisorDiffCancel')}</Button>
        </>
      }
    >
      <UnknownKeys problems={problems} />
      {changes.length > 0 && <ChangeList changes={changes} />}
    </Question>
  );
}
