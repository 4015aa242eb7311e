import * as v from 'valibot';
import { type Broadcast, BUBBLE_KINDS, bubbleSchema, MOST_BUBBLES } from '../broadcast.ts';
import { extractedValueSchema, foundLinkSchema, type Item } from '../checklist.ts';
import { type CustomQuestion, customQuestionSchema, isCustomKey } from '../custom-question.ts';

/** Changes with the form of the text, so that a digest of another form is never taken for one of this. */
const FORM = 'matta-look-1';
/** More than any checklist has: the supervisor's own questions of all layers. */
const MOST_QUESTIONS = 100;
const MOST_FOUND = 60;

const shownBubble = v.object({
  kind: v.picklist(BUBBLE_KINDS),
  text: bubbleSchema.entries.text,
  name: bubbleSchema.entries.name,
  links: bubbleSchema.entries.links,
});
export type ShownBubble = v.InferOutput<typeof shownBubble>;

/**
 * What an approver is shown of a broadcast, and what is asked about it besides the three facts. Neither account, nor people, nor
 * time: those are looked up. `values` and `links` are empty where the operator is not asked for them either.
 */
export const lookSchema = v.object({
  bubbles: v.pipe(v.array(shownBubble), v.maxLength(MOST_BUBBLES)),
  values: v.pipe(v.array(extractedValueSchema), v.maxLength(MOST_FOUND)),
  links: v.pipe(v.array(foundLinkSchema), v.maxLength(MOST_FOUND)),
  questions: v.pipe(v.array(customQuestionSchema), v.maxLength(MOST_QUESTIONS)),
});
export type ApprovalLook = v.InferOutput<typeof lookSchema>;

/** @param items of the operator's checklist */
export function lookOf({ bubbles, readable }: Broadcast, items: readonly Item[]): ApprovalLook {
  return {
    // The raw body of a request that nobody could read may say how many people there are, and when: so may what is found in it.
    bubbles: bubbles.map(({ kind, text, name, links }) => ({
      kind,
      text: readable ? text : '',
      name,
      links: [...links],
    })),
    values: items.flatMap((item) => (readable && item.name === 'values' ? item.values : [])),
    links: items.flatMap((item) => (readable && item.name === 'links' ? item.links : [])),
    questions: items.filter(isCustomQuestion),
  };
}

/** Whether nothing else than a web address can be opened by it. */
export function isOpenable({ url }: ApprovalLook['links'][number]): boolean {
  return url !== null && /^https?:\/\//i.test(url);
}

/** The text whose digest binds an answer to what was shown: every field in a fixed place. */
export function lookText({ bubbles, values, links, questions }: ApprovalLook): string {
  return JSON.stringify([
    FORM,
    bubbles.map(({ kind, text, name, links: targets }) => [kind, text, name, targets]),
    values.map(({ id, kind, text, before, after }) => [id, kind, text, before, after]),
    links.map(({ id, text, url }) => [id, text, url]),
    questions.map(({ name, kind, text, choices }) => [name, kind, wordsOf(text), choices.map(wordsOf)]),
  ]);
}

function wordsOf({ ja, en, zh_TW, th }: CustomQuestion['text']): readonly (string | undefined)[] {
  return [ja, en, zh_TW, th];
}

function isCustomQuestion(item: Item): item is CustomQuestion {
  return isCustomKey(item.name);
}
