import { Field } from '../ui/field.tsx';
import type { FieldOrigin } from '../ui/field-origin.tsx';
import type { OutcomeText } from '../ui/outcome.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** The language that the label is in, where it is not the page's. */
  readonly lang?: string | undefined;
}

export interface SelectFieldProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly origin?: FieldOrigin;
  readonly outcome: OutcomeText | null;
  readonly onSave: (value: T) => void;
}

/** One of a few values, saved when it was chosen. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { id, label, help, value, choices, origin, outcome, onSave } = props;
  const choose = (chosen: string) => {
    const choice = choices.find((candidate) => candidate.value === chosen);
    if (choice !== undefined) onSave(choice.value);
  };
  return (
    <Field
      id={id}
      label={label}
      help={help}
      origin={origin}
      outcome={outcome}
      control={({ 'aria-invalid': _, ...control }) => (
        <select
          {...control}
          class="input"
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
