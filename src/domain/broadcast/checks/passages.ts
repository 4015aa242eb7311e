import type { Broadcast } from '../broadcast.ts';
import type { Found, Level } from '../finding.ts';
import { fold, foldCase } from '../text/fold.ts';
import { type Span, spanOf } from '../text/span.ts';

/** Something written in a broadcast: the text of a bubble, or its name, which stands in the notification on the phone. */
export interface Passage {
  readonly bubble: number;
  readonly text: string;
  /** The text with ASCII in the place of full-width letters; the same length. */
  readonly folded: string;
  /** Besides, without capitals; the same length. */
  readonly small: string;
  /** Only places of a text can be pointed at. */
  readonly isName: boolean;
}

/** All that is written in a broadcast, in the order of its bubbles; what is empty is left out. */
export function passagesOf(broadcast: Broadcast): readonly Passage[] {
  return broadcast.bubbles.flatMap(({ text, name }, bubble) =>
    [passage(bubble, text, false), passage(bubble, name ?? '', true)].filter((found) => found.text !== ''),
  );
}

/** The same for the texts of bubbles alone. */
export function textsOf(broadcast: Broadcast): readonly Passage[] {
  return passagesOf(broadcast).filter(({ isName }) => !isName);
}

/** Every place of the folded passage where `pattern` (with flag `g`) fits. */
export function spansIn(passage: Passage, pattern: RegExp): readonly Span[] {
  return [...passage.folded.matchAll(pattern)].map(({ index, 0: { length } }) =>
    spanOf(passage.text, index, index + length),
  );
}

/** What a check found at `span`: the words are the first value, `more` the others. */
export function foundAt(
  passage: Passage,
  span: Span,
  key: string,
  more: readonly string[] = [],
  level?: Level,
): Found {
  return {
    key,
    values: [shown(span.text), ...more],
    ...(passage.isName ? {} : { stretch: { bubble: passage.bubble, start: span.start, end: span.end } }),
    ...(level === undefined ? {} : { level }),
  };
}

const LONGEST_SHOWN = 60;

/** Found words on one line and short enough for a sentence. */
export function shown(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_SHOWN)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= LONGEST_SHOWN ? line : `${letters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}

function passage(bubble: number, text: string, isName: boolean): Passage {
  return { bubble, text, folded: fold(text), small: foldCase(text), isName };
}
