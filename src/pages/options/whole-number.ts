import type { Limits } from './limits.ts';

/**
 * The whole number that a person typed, or null when it is none within the limits. Full-width digits, as a Japanese input
 * method writes them, count like any others.
 */
export function wholeNumber(text: string, { least, most }: Limits): number | null {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{1,6}$/.test(digits)) return null;
  const value = Number(digits);
  return least <= value && value <= most ? value : null;
}
