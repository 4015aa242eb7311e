import type { NumberedFinding } from '../../../domain/broadcast/checks/run-checks.ts';
import type { Level } from '../../../domain/broadcast/finding.ts';
import type { Trial } from '../../../domain/broadcast/trial.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useTexts } from '../../texts.ts';
import { ITEM_QUESTIONS } from '../questions/checklist-preview.tsx';
import { QuestionPreview } from '../questions/question-preview.tsx';

const LEVELS: Readonly<Record<Level, MessageKey>> = {
  block: 'gateLevelBlock',
  warn: 'gateLevelWarn',
  inform: 'gateLevelInform',
};

/** What would be found, and what would be asked. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { t } = useTexts();
  const { findings, items, custom } = trial;
  const blocks = findings.filter(({ level }) => level === 'block').length;
  return (
    <div class="result" role="status">
      <p class="card-title">
        {t(
          blocks > 0 ? 'supervisorTryStopped' : 'supervisorTryPasses',
          findings.length,
          items.length + custom.length,
        )}
      </p>
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map((finding) => (
            <li key={finding.id}>
              <span class="tag" data-level={finding.level}>
                {t(LEVELS[finding.level])}
              </span>{' '}
              <ForeignText text={findingText(finding, t)} />
            </li>
          ))}
        </ul>
      )}
      <ol class="preview">
        {items.map(({ name }) => (
          <li key={name}>{t(ITEM_QUESTIONS[name])}</li>
        ))}
        {custom.map((item) => (
          <li key={item.id}>
            <QuestionPreview item={item} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function findingText({ key, values }: NumberedFinding, t: Translate): string {
  // The checks of this very version name only texts that there are.
  return t(key as MessageKey, ...values);
}
