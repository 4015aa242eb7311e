import { Field } from '../../../ui/field.tsx';
import { useTexts } from '../../texts.ts';
import { ChoicesField } from './choices-field.tsx';
import type { FormFault, ItemForm } from './item-form.ts';
import type { OtherLanguage } from './two-languages.tsx';

export interface AnswerFieldsProps {
  readonly form: ItemForm;
  readonly other: OtherLanguage;
  readonly fault: FormFault | null;
  readonly onChange: (form: ItemForm) => void;
}

/** What the right answer to a question is, by the way in which it is answered. */
export function AnswerFields({ form, other, fault, onChange }: AnswerFieldsProps) {
  const { t } = useTexts();
  switch (form.kind) {
    case 'tick':
      return null;
    case 'choice':
      return (
        <ChoicesField
          choices={form.choices}
          other={other}
          isWrong={fault === 'choices'}
          onChange={(choices) => onChange({ ...form, choices })}
        />
      );
    case 'number':
      return (
        <Field
          id="question-number"
          label={t('supervisorNumberRight')}
          help={t('supervisorNumberHelp')}
          error={fault === 'number' ? t('supervisorNumberWrong') : null}
          control={(control) => (
            <input
              {...control}
              class="input input-number"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={form.number}
              onInput={(event) => onChange({ ...form, number: event.currentTarget.value })}
            />
          )}
        />
      );
    case 'word':
      return (
        <Field
          id="question-words"
          label={t('supervisorWordsRight')}
          help={t('supervisorWordsHelp')}
          error={fault === 'words' ? t('supervisorWordsWrong') : null}
          control={(control) => (
            <textarea
              {...control}
              class="input lines"
              rows={2}
              value={form.words}
              onInput={(event) => onChange({ ...form, words: event.currentTarget.value })}
            />
          )}
        />
      );
  }
}
