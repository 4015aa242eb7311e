import { useMemo } from 'preact/hooks';
import type { Entry } from '../../../domain/journal/entry.ts';
import type { RuleBook } from '../../../domain/policy/rules.ts';
import { useTexts } from '../../texts.ts';
import { RetrialItem } from './retrial-item.tsx';
import { outcomeOf, type RetrialOutcome, retrials } from './retrials.ts';

export interface RetrialListProps {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly draft: RuleBook;
}

/** How many of the last broadcasts would have gone another way, and which. */
export function RetrialList({ entries, draft }: RetrialListProps) {
  const { t } = useTexts();
  const tried = useMemo(() => retrials(entries, draft), [entries, draft]);
  if (tried.length === 0) return <p class="quiet">{t('journalEmpty')}</p>;
  const count = (wanted: RetrialOutcome) => tried.filter((retrial) => outcomeOf(retrial) === wanted).length;
  const different = tried.filter((retrial) => outcomeOf(retrial) !== 'same');
  return (
    <>
      <p class="card-title" role="status">
        {t('supervisorPastResult', tried.length, count('stopped'), count('asked-more'), count('asked-less'))}
      </p>
      <p class="field-help">{t('supervisorPastUnknown')}</p>
      {different.length > 0 && (
        <details class="group wide">
          <summary>{t('supervisorPastList', different.length)}</summary>
          <ul class="plain-list">
            {different.map((retrial) => (
              <RetrialItem key={retrial.past.id} retrial={retrial} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
