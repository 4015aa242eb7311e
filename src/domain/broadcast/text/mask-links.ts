import { findLinks } from './find-links.ts';

/** `folded`, the folded `text`, with spaces where addresses stand: what looks like a date or price in an address is none. */
export function maskLinks(text: string, folded: string): string {
  let masked = folded;
  for (const { start, end } of findLinks(text)) {
    masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  }
  return masked;
}
