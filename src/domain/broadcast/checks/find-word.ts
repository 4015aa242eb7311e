import { foldCase } from '../text/fold.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { Passage } from './passages.ts';

/** Every place of a word, whatever its width and capitals; none for a word of blanks. */
export function findWord(passage: Passage, word: string): readonly Span[] {
  const searched = foldCase(word).trim();
  const spans: Span[] = [];
  if (searched === '') return spans;
  for (
    let at = passage.small.indexOf(searched);
    at >= 0;
    at = passage.small.indexOf(searched, at + searched.length)
  ) {
    spans.push(spanOf(passage.text, at, at + searched.length));
  }
  return spans;
}
