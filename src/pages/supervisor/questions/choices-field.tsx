import { MOST_CHOICES } from '../../../domain/policy/custom-item.ts';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../texts.ts';
import { type ItemForm, NO_CHOICE } from './item-form.ts';
import { type OtherLanguage, TwoLanguages } from './two-languages.tsx';

export interface ChoicesFieldProps {
  readonly choices: ItemForm['choices'];
  readonly other: OtherLanguage;
  readonly isWrong: boolean;
  readonly onChange: (choices: ItemForm['choices']) => void;
}

/** The answers to choose from, and which of them are right; those left empty are left out. */
export function ChoicesField({ choices, other, isWrong, onChange }: ChoicesFieldProps) {
  const { t } = useTexts();
  const change = (place: number, changed: Partial<ItemForm['choices'][number]>) =>
    onChange(choices.map((choice, at) => (at === place ? { ...choice, ...changed } : choice)));
  return (
    <fieldset class="part">
      <legend>{t('supervisorChoices')}</legend>
      <div role="alert">{isWrong && <p class="field-error">{t('supervisorChoicesWrong')}</p>}</div>
      {choices.map((choice, place) => (
        // A choice has no name but its place.
        <div class="choice" key={place}>
          <TwoLanguages
            id={`choice-${place}`}
            label={t('supervisorChoice', place + 1)}
            text={choice.text}
            other={other}
            onChange={(text) => change(place, { text })}
          />
          <label class="tick">
            <input
              type="checkbox"
              checked={choice.isRight}
              onChange={(event) => change(place, { isRight: event.currentTarget.checked })}
            />
            {t('supervisorChoiceRight', place + 1)}
          </label>
        </div>
      ))}
      {choices.length < MOST_CHOICES && (
        <Button onPress={() => onChange([...choices, NO_CHOICE])}>{t('supervisorChoiceAdd')}</Button>
      )}
    </fieldset>
  );
}
