/** How much of a broadcast's text the journal keeps, the least first. */
export const EXCERPTS = ['none', 'first20', 'full'] as const;
export type Excerpt = (typeof EXCERPTS)[number];
