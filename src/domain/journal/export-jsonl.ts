import type { Head } from './chain.ts';
import type { StoredEntry } from './entry.ts';

/**
 * Entries for machines, one line of JSON for each, with a line break at its end. `text` is the exact text that was hashed
 * and signed, and names the public key: the file can be checked without Matta (docs/decisions/0009-signed-journal.md).
 */
export function jsonLines(entries: readonly StoredEntry[]): string {
  return entries.map(({ seq, text, hash, sig }) => `${JSON.stringify({ seq, text, hash, sig })}\n`).join('');
}

/** The last line: the newest entry as the second store remembers it, so that a lost or cut end shows in the file. */
export function endLine(head: Head | null): string {
  const said = head === null ? null : { seq: head.seq, hash: head.hash };
  return `${JSON.stringify({ head: said })}\n`;
}
