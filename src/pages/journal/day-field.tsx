import { Field } from '../../ui/field.tsx';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** As `2026-11-22`; null: none. */
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day of the calendar, or none. */
export function DayField({ id, label, day, onChange }: DayFieldProps) {
  return (
    <Field
      id={id}
      label={label}
      control={(control) => (
        <input
          {...control}
          class="input"
          type="date"
          max="9999-12-31"
          value={day ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(value === '' ? null : value)}
        />
      )}
    />
  );
}
