import { Field } from '../../ui/field.tsx';
import type { FieldOrigin } from '../../ui/field-origin.tsx';
import type { OutcomeText } from '../../ui/outcome.tsx';
import { useTypedOver } from '../use-typed-over.ts';
import type { Limits } from './limits.ts';
import { wholeNumber } from './whole-number.ts';

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** The value in force; null when there is none yet. */
  readonly value: number | null;
  readonly limits: Limits;
  /** What to say about text that is no number within the limits. */
  readonly problem: string;
  /** What to say about a number that does not go with the other settings; null when it does. */
  readonly conflict?: (value: number) => string | null;
  readonly origin?: FieldOrigin;
  readonly outcome: OutcomeText | null;
  readonly onSave: (value: number) => void;
}

/** A number that is saved when it was changed; what cannot be saved stays as typed, beside the reason. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, help, value, limits, problem, conflict, origin, outcome, onSave } = props;
  const inForce = value === null ? '' : String(value);
  const { text, setText, rejected, setRejected } = useTypedOver<string | null>(inForce, null);

  const errorIn = (typed: string): string | null => {
    const entered = wholeNumber(typed, limits);
    return entered === null ? problem : (conflict?.(entered) ?? null);
  };
  const accept = (typed: string) => {
    const entered = wholeNumber(typed, limits);
    if (entered === null || errorIn(typed) !== null) {
      setRejected(typed);
      return;
    }
    setRejected(null);
    setText(String(entered));
    if (entered !== value) onSave(entered);
  };
  // Words are found anew each time: the language, or what a number must go with, may have changed since.
  const error = rejected === null ? null : errorIn(rejected);
  return (
    <Field
      id={id}
      label={label}
      help={help}
      error={error}
      origin={origin}
      outcome={error === null ? outcome : null}
      control={(control) => (
        <input
          {...control}
          class="input input-number"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => accept(event.currentTarget.value)}
        />
      )}
    />
  );
}
