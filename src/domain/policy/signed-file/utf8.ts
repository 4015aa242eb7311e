/** The text that some bytes say in UTF-8; null when they say none. Strict: every byte counts, also a mark at the beginning. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => ESCAPES[byte]).join(''));
  } catch {
    return null;
  }
}

/** A text's bytes in UTF-8. @throws URIError for half a surrogate pair, which has none */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text).matchAll(/%(..)|./g);
  return Uint8Array.from(escaped, ([sign, hex]) =>
    hex === undefined ? sign.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

const ESCAPES = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).padStart(2, '0')}`);
