import * as v from 'valibot';
import { addedAnchorsSchema } from '../../../domain/line-anchors.ts';
import { Field } from '../../../ui/field.tsx';
import { useTexts } from '../../texts.ts';
import { useTypedOver } from '../../use-typed-over.ts';
import type { Edited } from './rule-editor.tsx';

const textSchema = v.pipe(
  v.string(),
  v.parseJson(),
  // valibot takes a list for a record without entries.
  v.check((json) => !Array.isArray(json)),
  addedAnchorsSchema,
);

/** Selectors for parts of LINE's pages, as the text that whoever makes Matta hands out. */
export function AnchorsEditor({ id, value, save }: Edited<'anchors'>) {
  const { t } = useTexts();
  const kept = JSON.stringify(value ?? {}, null, 2);
  const { text, setText, rejected: isWrong, setRejected: setWrong } = useTypedOver(kept, false);
  const accept = (typed: string) => {
    const read = v.safeParse(textSchema, typed.trim() === '' ? '{}' : typed);
    setWrong(!read.success);
    if (read.success) save(read.output);
  };
  return (
    <Field
      id={id}
      label={t('supervisorValue')}
      error={isWrong ? t('supervisorAnchorsError') : null}
      control={(control) => (
        <textarea
          {...control}
          class="input lines"
          rows={4}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => accept(event.currentTarget.value)}
        />
      )}
    />
  );
}
