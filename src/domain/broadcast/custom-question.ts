import * as v from 'valibot';
import { CUSTOM_KINDS, type CustomItem, translatedText } from '../policy/custom-item.ts';

/** The name of a supervisor's own question among the items of a checklist, and in the journal. */
export type CustomKey = `custom:${string}`;

const KEY = /^custom:[a-z0-9][a-z0-9-]{0,39}(?:~\d{1,4})?$/;

export function isCustomKey(value: unknown): value is CustomKey {
  return typeof value === 'string' && KEY.test(value);
}

export const customKeySchema = v.custom<CustomKey>(isCustomKey);

/** Such a question as it is asked: with nothing that answers it. `choices` is empty but for one that is answered by choosing. */
export const customQuestionSchema = v.object({
  name: customKeySchema,
  kind: v.picklist(CUSTOM_KINDS),
  text: translatedText,
  choices: v.array(translatedText),
});
export type CustomQuestion = v.InferOutput<typeof customQuestionSchema>;

const typed = v.pipe(v.string(), v.maxLength(60));

/** `choice` is the place of the chosen one, from 0. */
export const customAnswerSchema = v.object({
  item: customKeySchema,
  given: v.variant('kind', [
    v.object({ kind: v.literal('tick') }),
    v.object({ kind: v.literal('choice'), choice: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    v.object({ kind: v.literal('number'), typed }),
    v.object({ kind: v.literal('word'), typed }),
  ]),
});
export type CustomAnswer = v.InferOutput<typeof customAnswerSchema>;

export function customKey({ id }: Pick<CustomItem, 'id'>): CustomKey {
  return `custom:${id}`;
}

/** What is asked of an item, and no word of what would be right. */
export function customQuestion(item: CustomItem): CustomQuestion {
  const { kind, text } = item;
  const choices = kind === 'choice' ? item.choices.map((choice) => choice.text) : [];
  return { name: customKey(item), kind, text, choices };
}
