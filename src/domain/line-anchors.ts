import * as v from 'valibot';

/**
 * Parts of LINE's pages for which a policy may add selectors, for the days after LINE has renamed something: docs/line-pages.md.
 * Of these more matches can only lead to more doubt, or a second sign has to agree. What takes signs away from a row (menu,
 * content, margin), what gives it a date and what tells of presses is not among them: a badge may never promise more.
 */
export const ADDABLE_CHAT_ANCHORS = [
  'run',
  'outgoing',
  'automatic',
  'runHeader',
  'sending',
  'failed',
  'systemLine',
  'accountName',
] as const;

/** The same for the manager, where the request decides in any case. */
export const ADDABLE_MANAGER_ANCHORS = [
  'dialog',
  'dialogTitle',
  'primary',
  'section',
  'accountName',
] as const;

const NAMES = [
  ...ADDABLE_CHAT_ANCHORS.map((name) => `chat.${name}` as const),
  ...ADDABLE_MANAGER_ANCHORS.map((name) => `manager.${name}` as const),
];

/** Classes, tags, attributes and how they stand to each other; whether it is a selector, the page finds out. */
const selector = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^[\w\s.#[\]="':()>~+*^$|-]+$/),
);

/** Selectors by page and part, as `{"chat.outgoing": [".talk-right"]}`. */
export const addedAnchorsSchema = v.record(
  v.picklist(NAMES),
  v.pipe(v.array(selector), v.minLength(1), v.maxLength(5)),
);
export type AddedAnchors = v.InferOutput<typeof addedAnchorsSchema>;

/** Those of one page, by part. */
export function anchorsFor(
  page: 'chat' | 'manager',
  added: AddedAnchors,
): Readonly<Record<string, readonly string[]>> {
  const own = Object.entries(added).filter(([name]) => name.startsWith(`${page}.`));
  return Object.fromEntries(own.map(([name, selectors]) => [name.slice(page.length + 1), selectors]));
}
