import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  /** `main`: the one action that is meant here. `danger`: removes something. Default: neither. */
  readonly look?: 'main' | 'danger' | 'plain';
  readonly disabled?: boolean;
  /** Whether what the button opens is open; left out for a button that opens nothing. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
  /** The id of an element that says what the button belongs to, where its own words do not. */
  readonly describedBy?: string;
  readonly children: ComponentChildren;
}

/** A button that does something on this page. */
export function Button({
  look = 'plain',
  disabled = false,
  expanded,
  onPress,
  describedBy,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      class="button"
      data-look={look}
      disabled={disabled}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
