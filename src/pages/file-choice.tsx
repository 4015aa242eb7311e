import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';

/** What is used of a file that somebody has chosen. */
export type ChosenFile = Pick<File, 'size' | 'arrayBuffer'>;

export interface FileChoiceProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: ChosenFile) => void;
}

/** A button that lets somebody choose a file; the same one again counts as well. */
export function FileChoice({ label, disabled = false, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={disabled} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file !== undefined) onChoose(file);
          field.value = '';
        }}
      />
    </>
  );
}
