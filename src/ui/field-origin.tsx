import { Icon } from './icon.tsx';

/** Where a value comes from; a locked one cannot be changed here. */
export interface FieldOrigin {
  readonly text: string;
  readonly isLocked: boolean;
}

/** Says where the value of the control `id` comes from. The padlock repeats what the words say. */
export function OriginLine({ id, origin }: { readonly id: string; readonly origin: FieldOrigin }) {
  return (
    <p class="field-origin" id={`${id}-origin`} data-locked={origin.isLocked}>
      {origin.isLocked && <Icon name="lock" />}
      {origin.text}
    </p>
  );
}
