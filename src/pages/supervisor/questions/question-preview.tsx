import { useId } from 'preact/hooks';
import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { textIn } from '../../policy-words/own-text.ts';
import { useTexts } from '../../texts.ts';

/** One question of the supervisor's own as it is asked. It can be tried, and nothing comes of it. */
export function QuestionPreview({ item }: { readonly item: CustomItem }) {
  const { languageTag } = useTexts();
  const question = <ForeignText text={textIn(item.text, languageTag)} />;
  const id = useId();
  switch (item.kind) {
    case 'tick':
      return (
        <label class="tick">
          <input type="checkbox" />
          {question}
        </label>
      );
    case 'choice':
      return (
        <fieldset class="part">
          <legend>{question}</legend>
          {item.choices.map(({ text }) => (
            <label class="tick" key={text.ja}>
              <input type="radio" name={id} />
              <ForeignText text={textIn(text, languageTag)} />
            </label>
          ))}
        </fieldset>
      );
    case 'number':
    case 'word':
      return (
        <label class="field">
          <span>{question}</span>
          <input
            class="input"
            type="text"
            autoComplete="off"
            inputMode={item.kind === 'number' ? 'numeric' : 'text'}
          />
        </label>
      );
  }
}
