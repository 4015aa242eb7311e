import { Field } from '../../ui/field.tsx';

export interface TypedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly longest: number;
  readonly isSecret?: boolean;
  readonly isNumber?: boolean;
  readonly onType: (text: string) => void;
}

const TEXT = { type: 'text', autocomplete: 'off' } as const;
const NUMBER = { type: 'text', inputMode: 'numeric', autocomplete: 'off' } as const;
const SECRET = { type: 'password', autocomplete: 'new-password' } as const;

/** One line to type in. The browser shall remember nothing of it. */
export function TypedField({
  id,
  label,
  help,
  value,
  longest,
  isSecret = false,
  isNumber = false,
  onType,
}: TypedFieldProps) {
  return (
    <Field
      id={id}
      label={label}
      help={help}
      control={({ 'aria-invalid': _, ...control }) => (
        <input
          {...control}
          class="input"
          {...(isSecret ? SECRET : isNumber ? NUMBER : TEXT)}
          maxLength={longest}
          value={value}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    />
  );
}
