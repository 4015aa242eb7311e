const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...SIGNS].map((sign, value) => [sign, value]));

/** Bytes as base64, with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const signs = [18, 12, 6, 0].map((shift) => SIGNS[(bits >> shift) & 63]).join('');
    groups.push(signs.slice(0, bytes.length - at + 1).padEnd(4, '='));
  }
  return groups.join('');
}

/** The bytes that a base64 text says; null for one that {@link toBase64} would not have written: no two texts say the same. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const signs = text.slice(0, text.length - padding);
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  for (const [place, sign] of Array.from(signs).entries()) {
    const value = VALUES.get(sign);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xff_ff_ff;
    // Whole bytes are ready after the second, third and fourth sign of each group.
    const ready = place % 4;
    if (ready > 0) bytes[Math.floor(place / 4) * 3 + ready - 1] = bits >> (6 - ready * 2);
  }
  return toBase64(bytes) === text ? bytes : null;
}
