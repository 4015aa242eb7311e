import { useLayoutEffect, useState } from 'preact/hooks';

/** What a field shows: as typed while it is being changed, as it is in force otherwise. */
export interface TypedOver<P> {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is wrong with what was typed, in the field's own terms. */
  readonly rejected: P;
  readonly setRejected: (rejected: P) => void;
}

/**
 * The text of a field in which somebody types over what is in force. Once something else comes into force it is shown instead, in
 * the same frame: beside what says that a value is fixed there must never be another one.
 * @param none what `rejected` is where nothing is wrong
 */
export function useTypedOver<P>(inForce: string, none: P): TypedOver<P> {
  const [text, setText] = useState(inForce);
  const [rejected, setRejected] = useState<P>(none);
  useLayoutEffect(() => {
    setText(inForce);
    setRejected(none);
  }, [inForce, none]);
  return { text, setText, rejected, setRejected };
}
