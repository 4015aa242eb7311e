import { WARN_MINUTES } from '../../options/limits.ts';
import { NumberField } from '../../options/number-field.tsx';
import { useTexts } from '../../texts.ts';
import type { Edited } from './rule-editor.tsx';

/** The two times at which a badge changes its colour. */
export function WarnEditor({ id, value, save }: Edited<'warn'>) {
  const { t } = useTexts();
  if (value === undefined) return null;
  const { least, most } = WARN_MINUTES;
  const problem = t('optionsMinutesNeeded', least, most);
  const { warnMinutes, urgentMinutes } = value;
  return (
    <div class="side-by-side">
      <NumberField
        id={`${id}-warn`}
        label={t('optionsWarn')}
        value={warnMinutes}
        limits={WARN_MINUTES}
        problem={problem}
        conflict={(entered) =>
          entered < urgentMinutes ? t('optionsWarnTooLow', urgentMinutes, warnMinutes) : null
        }
        outcome={null}
        onSave={(entered) => save({ ...value, warnMinutes: entered })}
      />
      <NumberField
        id={`${id}-urgent`}
        label={t('optionsUrgent')}
        value={urgentMinutes}
        limits={WARN_MINUTES}
        problem={problem}
        conflict={(entered) =>
          entered > warnMinutes ? t('optionsUrgentTooHigh', warnMinutes, urgentMinutes) : null
        }
        outcome={null}
        onSave={(entered) => save({ ...value, urgentMinutes: entered })}
      />
    </div>
  );
}
