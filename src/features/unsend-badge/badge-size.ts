/**
 * How much room a badge takes. `full`: whole words. `compact`: the shortest. `raised`: the shortest, above LINE's clock
 * instead of beside it, where a wide bubble leaves no room at its side.
 */
export type BadgeSize = 'full' | 'compact' | 'raised';

/** Beside LINE's widest bubble (480 px), an avatar, its clock and the list's padding there is room from these widths on. */
const LEAST_WIDTH = { full: 740, compact: 690 } as const;

/** The size for a message list of a width in CSS pixels. */
export function sizeFor(listWidth: number): BadgeSize {
  if (listWidth >= LEAST_WIDTH.full) return 'full';
  return listWidth >= LEAST_WIDTH.compact ? 'compact' : 'raised';
}
