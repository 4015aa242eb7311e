import { Field } from '../../ui/field.tsx';
import type { FieldOrigin } from '../../ui/field-origin.tsx';
import type { OutcomeText } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';
import { useTypedOver } from '../use-typed-over.ts';

export interface TimeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** The time of day in force, in minutes since midnight. */
  readonly minutes: number;
  readonly origin?: FieldOrigin;
  readonly outcome: OutcomeText | null;
  readonly onSave: (minutes: number) => void;
}

/** A time of day that is saved when it was changed; an empty field keeps what is in force and says so. */
export function TimeField({ id, label, help, minutes, origin, outcome, onSave }: TimeFieldProps) {
  const { t } = useTexts();
  const inForce = timeText(minutes);
  const { text, setText, rejected: isRejected, setRejected } = useTypedOver(inForce, false);
  const accept = (typed: string) => {
    const entered = minutesOf(typed);
    setText(typed);
    setRejected(entered === null);
    if (entered !== null && entered !== minutes) onSave(entered);
  };
  return (
    <Field
      id={id}
      label={label}
      help={help}
      error={isRejected ? t('optionsGateTimeError', inForce) : null}
      origin={origin}
      outcome={isRejected ? null : outcome}
      control={(control) => (
        <input
          {...control}
          class="input input-number"
          type="time"
          value={text}
          onChange={(event) => accept(event.currentTarget.value)}
        />
      )}
    />
  );
}

function timeText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The field itself only gives `HH:MM`, or nothing while a part of it is missing. */
function minutesOf(text: string): number | null {
  const found = /^(\d{2}):(\d{2})/.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
