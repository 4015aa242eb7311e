/** An address that a browser takes. `host` in small letters, without the port. */
export interface Address {
  readonly url: string;
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: string | null;
  /** Path, query and fragment. */
  readonly rest: string;
}

/** The longest that is handed to a browser. */
const LONGEST_ADDRESS = 2_000;

const ADDRESS =
  /^(https?):\/\/(?:[^\s/?#@[\]]{1,200}@)?((?:[\p{L}\p{N}_-]{1,63}\.){0,10}[\p{L}\p{N}-]{1,63}\.?|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?((?:[/?#][^\s]*)?)$/iu;

/** Reads an http or https address; null for anything that no browser would take as one. */
export function readAddress(text: string): Address | null {
  if (text.length > LONGEST_ADDRESS) return null;
  const found = ADDRESS.exec(text);
  if (found === null) return null;
  const [, scheme = '', host = '', port, rest = ''] = found;
  // A full-width letter in scheme or host is no address, whatever a browser would make of it.
  if (/[\uff01-\uff5e]/.test(text)) return null;
  return {
    url: text,
    isSecure: scheme.toLowerCase() === 'https',
    host: host.toLowerCase(),
    port: port ?? null,
    rest,
  };
}
