export interface ModeRadioProps {
  readonly id: string;
  /** The name that the radios of one account share. */
  readonly group: string;
  readonly label: string;
  readonly help: string | null;
  readonly checked: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

/** One of the windows that an account can have. */
export function ModeRadio({ id, group, label, help, checked, isDisabled, onChoose }: ModeRadioProps) {
  return (
    <div class="mode">
      <input
        type="radio"
        id={id}
        name={group}
        checked={checked}
        disabled={isDisabled}
        aria-describedby={help === null ? undefined : `${id}-help`}
        onChange={onChoose}
      />
      <div>
        <label for={id}>{label}</label>
        {help !== null && (
          <p class="field-help" id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
