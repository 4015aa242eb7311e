import { Field } from '../ui/field.tsx';

export interface PassphraseFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string | null;
  readonly value: string;
  /** The browser's password manager: a passphrase that is typed, or one that is made. */
  readonly kind: 'current' | 'new';
  readonly onInput: (value: string) => void;
}

/** A passphrase as it is typed. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { id, label, help, error = null, value, kind, onInput } = props;
  return (
    <Field
      id={id}
      label={label}
      help={help}
      error={error}
      control={(control) => (
        <input
          {...control}
          class="input"
          type="password"
          maxLength={200}
          autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}
