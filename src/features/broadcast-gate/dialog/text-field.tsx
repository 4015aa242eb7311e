export interface TextFieldProps {
  /** Unique in the dialog. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Most characters. */
  readonly longest: number;
  readonly isNumber?: boolean;
  readonly isWrong?: boolean;
  /** The id of what is said of the field. */
  readonly describedBy?: string | undefined;
  readonly onType: (text: string) => void;
  /** The field was left, or confirmed with Enter, with what is to be seen in it. */
  readonly onDone: (shown: string) => void;
}

/** One line to type in. Enter confirms this field and nothing else; while words are being composed it is the composer's. */
export function TextField({
  id,
  label,
  text,
  longest,
  isNumber = false,
  isWrong = false,
  describedBy,
  onType,
  onDone,
}: TextFieldProps) {
  return (
    <div class="typed">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode={isNumber ? 'numeric' : 'text'}
        autocomplete="off"
        maxLength={longest}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onInput={(event) => onType(event.currentTarget.value)}
        onBlur={(event) => onDone(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) onDone(event.currentTarget.value);
        }}
      />
    </div>
  );
}
