/** Values that may change between two identical sends: line-broadcast-page.md §8.3. */
const OPAQUE_KEY = /token|nonce|timestamp|^requestid$|^updatedat$/i;

/**
 * A value as JSON that is the same for the same content: keys sorted, opaque tokens left out. For comparing what is about to
 * be sent with what was, never for sending.
 */
export function stableText(value: unknown): string {
  return JSON.stringify(stable(value, 20)) ?? '';
}

function stable(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => stable(item, depth - 1));
  const kept = Object.entries(value).filter(([key]) => !OPAQUE_KEY.test(key));
  const sorted = kept.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, stable(inner, depth - 1)]));
}
