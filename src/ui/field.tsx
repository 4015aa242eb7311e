import type { ComponentChildren } from 'preact';
import { type FieldOrigin, OriginLine } from './field-origin.tsx';
import { Icon } from './icon.tsx';
import { Outcome, type OutcomeText } from './outcome.tsx';

/** What a control must carry so that its label, help and error are read out with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly disabled: boolean;
}

export interface FieldProps {
  /** Unique on the page; the control gets it. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong with what was entered, and what to enter instead. */
  readonly error?: string | null;
  readonly outcome?: OutcomeText | null;
  readonly origin?: FieldOrigin | undefined;
  readonly control: (props: ControlProps) => ComponentChildren;
}

/** One control with its label above, what it is for and what is wrong with it below, and how saving it went beside. */
export function Field({ id, label, help, error = null, outcome = null, origin, control }: FieldProps) {
  const described = [
    help !== undefined && `${id}-help`,
    origin !== undefined && `${id}-origin`,
    error !== null && `${id}-error`,
  ].filter(Boolean);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="field-row">
        {control({
          id,
          'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
          'aria-invalid': error !== null,
          disabled: origin?.isLocked ?? false,
        })}
        <Outcome outcome={outcome} />
      </div>
      <div id={`${id}-error`} role="alert">
        {error !== null && (
          <p class="field-error">
            <Icon name="warn" />
            {error}
          </p>
        )}
      </div>
      {help !== undefined && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {origin !== undefined && <OriginLine id={id} origin={origin} />}
    </div>
  );
}
