import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import type { ChosenFile } from './read-signed-file.ts';

export interface FileChoiceProps {
  readonly label: string;
  readonly onChoose: (file: ChosenFile) => void;
}

/** A button that lets somebody choose a file; the same one again counts as well. */
export function FileChoice({ label, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        class="file-input"
        aria-label={label}
        tabIndex={-1}
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
