import { TimeField } from '../../options/time-field.tsx';
import { useTexts } from '../../texts.ts';
import type { Edited } from './rule-editor.tsx';

/** From when to when nothing should arrive. */
export function QuietEditor({ id, value, save }: Edited<'quietHours'>) {
  const { t } = useTexts();
  if (value === undefined) return null;
  return (
    <div class="side-by-side">
      <TimeField
        id={`${id}-from`}
        label={t('supervisorFrom')}
        minutes={value.from}
        outcome={null}
        onSave={(from) => save({ ...value, from })}
      />
      <TimeField
        id={`${id}-to`}
        label={t('supervisorTo')}
        minutes={value.to % 1_440}
        outcome={null}
        onSave={(to) => save({ ...value, to })}
      />
    </div>
  );
}
