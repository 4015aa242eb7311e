/** Characters `start` to `end` (exclusive) of a text, and what stands there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Every place of `text` where `pattern` (with flag `g`) fits. `searched` is a text of the same length to search in, such as a
 * folded one; the span's text is always that of `text`.
 */
export function spansOf(pattern: RegExp, text: string, searched: string = text): readonly Span[] {
  return [...searched.matchAll(pattern)].map(({ index, 0: { length } }) =>
    spanOf(text, index, index + length),
  );
}

/** The span of `text` from `start` to `end`. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

/** By place; of spans that overlap only the first, of those that begin together the longest. */
export function withoutOverlaps<S extends Span>(spans: readonly S[]): readonly S[] {
  const kept: S[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
  }
  return kept;
}
