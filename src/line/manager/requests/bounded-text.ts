/** What is added to a text that was cut: its length and its hash. */
const MARK_LENGTH = 60;
const SEEDS = [0x9e3779b9, 0x85ebca6b] as const;

/**
 * A text of at most `longest` UTF-16 units that differs wherever the whole one does: one that is longer is cut, and ends
 * with its length and a hash. For comparing; a page that seeks two texts of one hash may find them, which is no protection
 * against it, but nobody changes a broadcast into one of the same hash by mistake.
 */
export function boundedText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const hash = SEEDS.map((seed) => hashOf(text, seed).toString(16).padStart(14, '0')).join('');
  return `${text.slice(0, Math.max(0, longest - MARK_LENGTH))}…${text.length}…${hash}`;
}

/** 53 bits, by two multiplicative hashes that are mixed at the end (cyrb53, public domain). */
function hashOf(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & mixedLow) + (mixedHigh >>> 0);
}
