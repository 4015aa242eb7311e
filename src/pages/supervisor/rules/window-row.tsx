import type { Clock } from '../../../domain/clock.ts';
import type { WindowChoice } from '../../../domain/policy/window-choice.ts';
import { WINDOW_MINUTES } from '../../options/limits.ts';
import { NumberField } from '../../options/number-field.tsx';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';

export interface WindowRowProps {
  readonly id: string;
  readonly account: string;
  readonly choice: WindowChoice;
  readonly clock: Clock;
  readonly onSave: (choice: WindowChoice) => void;
}

const HOUR_MINUTES = 60;

/** One account's window. That 24 hours were tried is said today, and asked again when that is long ago. */
export function WindowRow({ id, account, choice, clock, onSave }: WindowRowProps) {
  const { t } = useTexts();
  const choose = (mode: WindowChoice['mode']) => {
    if (mode === 'day') onSave({ mode, checkedAt: clock.now() });
    else if (mode === 'custom') onSave({ mode, minutes: HOUR_MINUTES });
    else onSave({ mode });
  };
  return (
    <>
      <SelectField<WindowChoice['mode']>
        id={id}
        label={account}
        value={choice.mode}
        choices={[
          { value: 'automatic', label: t('optionsWindowAutomatic') },
          { value: 'hour', label: t('optionsWindowHour') },
          { value: 'day', label: t('optionsWindowDay') },
          { value: 'custom', label: t('optionsWindowCustom') },
        ]}
        outcome={null}
        onSave={choose}
      />
      {choice.mode === 'custom' && (
        <NumberField
          id={`${id}-minutes`}
          label={t('optionsWindowMinutes')}
          value={choice.minutes}
          limits={WINDOW_MINUTES}
          problem={t('optionsMinutesNeeded', WINDOW_MINUTES.least, WINDOW_MINUTES.most)}
          outcome={null}
          onSave={(minutes) => onSave({ mode: 'custom', minutes })}
        />
      )}
    </>
  );
}
