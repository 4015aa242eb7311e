import type { Limits } from './limits.ts';

/**
 * The whole number that a person typed, or null when it is none within the limits. Full-width digits, as a Japanese input
 * method writes them, count like any others; so do commas where they belong, as in `10,000`.
 */
export function wholeNumber(text: string, { least, most }: Limits): number | null {
  const digits = text.normalize('NFKC').trim();
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return least <= value && value <= most ? value : null;
}
