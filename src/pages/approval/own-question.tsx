import type { CustomAnswer, CustomQuestion } from '../../domain/broadcast/custom-question.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { textIn } from '../policy-words/own-text.ts';
import { useTexts } from '../texts.ts';
import type { FormPart } from './approver-form.ts';
import { TypedField } from './typed-field.tsx';

type Given = CustomAnswer['given'];

export interface OwnQuestionProps extends FormPart {
  readonly question: CustomQuestion;
}

/** A supervisor's own question, in the supervisor's words, as the operator is asked it. */
export function OwnQuestion(props: OwnQuestionProps) {
  const { languageTag } = useTexts();
  const { text } = props.question;
  return (
    <fieldset class="plain">
      <legend class="field-label">
        <ForeignText text={textIn(text, languageTag)} />
      </legend>
      <Control {...props} />
    </fieldset>
  );
}

function Control({ question, form, change }: OwnQuestionProps) {
  const { t, languageTag } = useTexts();
  const { name, kind, choices } = question;
  const { looked } = form;
  const given = looked.custom.find(({ item }) => item === name)?.given ?? null;
  const give = (answer: Given | null) => {
    const others = looked.custom.filter(({ item }) => item !== name);
    const custom = answer === null ? others : [...others, { item: name, given: answer }];
    change({ looked: { ...looked, custom } });
  };
  switch (kind) {
    case 'tick':
      return (
        <label class="radio">
          <input
            type="checkbox"
            checked={given !== null}
            onChange={(event) => give(event.currentTarget.checked ? { kind } : null)}
          />
          {t('gateCustomTick')}
        </label>
      );
    case 'choice':
      return choices.map((choice, place) => (
        <label class="radio" key={choice.ja}>
          <input
            type="radio"
            name={name}
            checked={given?.kind === 'choice' && given.choice === place}
            onChange={() => give({ kind, choice: place })}
          />
          <ForeignText text={textIn(choice, languageTag)} />
        </label>
      ));
    case 'number':
    case 'word':
      return (
        <TypedField
          id={name}
          label={t(kind === 'number' ? 'gateCustomNumber' : 'gateCustomWord')}
          value={given !== null && 'typed' in given ? given.typed : ''}
          longest={60}
          isNumber={kind === 'number'}
          onType={(typed) => give({ kind, typed })}
        />
      );
  }
}
