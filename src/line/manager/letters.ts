declare const letters: unique symbol;

/** The letters and digits of a label, without anything that cannot be told apart by reading. */
export type Letters = string & { readonly [letters]: true };

/**
 * What a text says, for comparing it as a whole: full-width and half-width are the same, as are capitals; spaces, signs that
 * have no width, punctuation and the letters of icon fonts are left out.
 */
export function lettersOf(text: string): Letters {
  const kept = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  // The one place that makes the type, after what it promises has been done.
  return kept as Letters;
}
