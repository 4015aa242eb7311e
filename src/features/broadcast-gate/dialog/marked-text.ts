/** A stretch of a text that something is said about; `end` is exclusive. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of text and the marks that lie on the whole of it. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly string[];
}

/** Cuts a text where marks begin and end. Marks may overlap; what of them lies outside the text is left out. */
export function cutAtMarks(text: string, marks: readonly Mark[]): readonly Piece[] {
  const inside = marks
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
  const ordered = cuts.toSorted((one, other) => one - other);
  return ordered.slice(0, -1).map((start, at) => ({
    start,
    text: text.slice(start, ordered[at + 1]),
    marks: inside.filter((mark) => mark.start <= start && start < mark.end).map(({ id }) => id),
  }));
}
