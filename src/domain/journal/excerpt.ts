import type { Broadcast } from '../broadcast/broadcast.ts';
import type { Excerpt } from '../policy/excerpts.ts';

/** How many letters of the text an entry keeps by each rule. All that LINE takes in one broadcast is half of `full`. */
const LETTERS: Readonly<Record<Excerpt, number>> = { none: 0, first20: 20, full: 3_000 };

/** What an entry keeps of a broadcast's text; undefined: nothing, which is the standard. */
export function excerptOf({ bubbles }: Broadcast, rule: Excerpt): string | undefined {
  const text = bubbles.map((bubble) => bubble.text).filter((said) => said.trim() !== '');
  const kept = [...text.join('\n')].slice(0, LETTERS[rule]).join('');
  return kept === '' ? undefined : kept;
}
