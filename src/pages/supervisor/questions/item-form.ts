import * as v from 'valibot';
import {
  type Condition,
  type CustomItem,
  customItemSchema,
  type TranslatedText,
} from '../../../domain/policy/custom-item.ts';
import { LANGUAGES, type Language } from '../../../domain/policy/languages.ts';
import { wholeNumber } from '../../options/whole-number.ts';

/** A text as it is being written; empty where nobody has written it yet. */
export type TextForm = Readonly<Record<Language, string>>;

/** A question as it is being written: everything as typed, also what another way of answering would need. */
export interface ItemForm {
  readonly id: string;
  readonly kind: CustomItem['kind'];
  readonly text: TextForm;
  readonly choices: readonly { readonly text: TextForm; readonly isRight: boolean }[];
  /** Empty where every number is an answer. */
  readonly number: string;
  /** One word on each line. */
  readonly words: string;
  /** None: always. */
  readonly when: readonly Condition[];
}

/** The part of a form that has to be mended. */
export type FormFault = 'text' | 'choices' | 'number' | 'words' | 'when';

const NUMBERS = { least: 0, most: 999_999_999 };

export const NO_TEXT: TextForm = { ja: '', en: '', zh_TW: '', th: '' };
export const NO_CHOICE = { text: NO_TEXT, isRight: false };

/** An empty form. @param id of the question that is to be made */
export function newForm(id: string): ItemForm {
  const choices = [{ ...NO_CHOICE, isRight: true }, NO_CHOICE];
  return { id, kind: 'tick', text: NO_TEXT, choices, number: '', words: '', when: [] };
}

/** The form of a question that there is. */
export function formOf(item: CustomItem): ItemForm {
  const { id, kind, text, when } = item;
  const form = { ...newForm(id), kind, text: textForm(text), when: when === 'always' ? [] : when };
  switch (item.kind) {
    case 'tick':
      return form;
    case 'choice':
      return {
        ...form,
        choices: item.choices.map(({ text: words, isRight }) => ({ text: textForm(words), isRight })),
      };
    case 'number':
      return { ...form, number: item.right === null ? '' : String(item.right) };
    case 'word':
      return { ...form, words: item.right.join('\n') };
  }
}

/** The question that a form makes, or the first part of it that has to be mended. */
export function itemOf(form: ItemForm): CustomItem | FormFault {
  const { id, kind } = form;
  const text = textOf(form.text);
  const when = form.when.length === 0 ? 'always' : form.when;
  const answer = answerOf(form);
  if (!v.is(v.object({ text: customItemSchema.options[0].entries.text }), { text })) return 'text';
  if (!v.is(customItemSchema, { id, text, kind, when: 'always', ...answer })) return faultOf(kind);
  const parsed = v.safeParse(customItemSchema, { id, text, kind, when, ...answer });
  return parsed.success ? parsed.output : 'when';
}

function answerOf({ kind, choices, number, words }: ItemForm): object {
  switch (kind) {
    case 'tick':
      return {};
    case 'choice': {
      const written = choices.filter(({ text }) => Object.values(text).some((part) => part.trim() !== ''));
      return { choices: written.map(({ text, isRight }) => ({ text: textOf(text), isRight })) };
    }
    case 'number':
      // What is no number becomes one that the schema refuses.
      return { right: number.trim() === '' ? null : (wholeNumber(number, NUMBERS) ?? -1) };
    case 'word':
      return {
        right: words
          .split('\n')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      };
  }
}

function faultOf(kind: CustomItem['kind']): FormFault {
  switch (kind) {
    case 'tick':
      return 'text';
    case 'choice':
      return 'choices';
    case 'number':
      return 'number';
    case 'word':
      return 'words';
  }
}

function textForm({ ja, en = '', zh_TW = '', th = '' }: TranslatedText): TextForm {
  return { ja, en, zh_TW, th };
}

function textOf(text: TextForm): object {
  const written = LANGUAGES.map((language) => [language, text[language].trim()] as const);
  return Object.fromEntries(written.filter(([, part]) => part !== ''));
}
