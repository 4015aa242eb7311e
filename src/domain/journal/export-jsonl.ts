import type { StoredEntry } from './entry.ts';

/**
 * Entries for machines, one line of JSON for each, with a line break at its end. `text` is the exact text that was hashed,
 * so the file can be checked without Matta: hash each `text`, compare, and follow `prev`.
 */
export function jsonLines(entries: readonly StoredEntry[]): string {
  return entries.map(({ seq, text, hash }) => `${JSON.stringify({ seq, text, hash })}\n`).join('');
}
