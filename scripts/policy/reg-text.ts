/** A value of the Windows registry: a number becomes a DWORD, a text an SZ, null removes the value. */
export type RegValue = string | number | null;

/** A key of the registry. `remove`: with all that is in it, before its values are written. */
export interface RegKey {
  readonly path: string;
  readonly remove?: boolean;
  readonly values?: Readonly<Record<string, RegValue>>;
}

/** Bytes of a hex value that fit into a line, as regedit itself writes them. */
const BYTES_A_LINE = 24;

/**
 * A file for regedit: UTF-16LE with a byte order mark and CRLF, so that Japanese text arrives.
 * @param notes become lines of comment
 */
export function regFile(notes: readonly string[], keys: readonly RegKey[]): Uint8Array {
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...notes.map((note) => `; ${note}`),
    '',
    ...keys.flatMap(linesOf),
  ];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

function linesOf({ path, remove = false, values }: RegKey): readonly string[] {
  const removal = remove ? [`[-${path}]`, ''] : [];
  if (values === undefined) return removal;
  const entries = Object.entries(values).map(([name, value]) => `${quoted(name)}=${written(value)}`);
  return [...removal, `[${path}]`, ...entries, ''];
}

function written(value: RegValue): string {
  if (value === null) return '-';
  if (typeof value === 'number') return `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
  return /[\n\r\t]/.test(value) ? `hex(1):${hexOf(value)}` : quoted(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text with line breaks, which quotes cannot hold: its UTF-16LE bytes with the closing zero. */
function hexOf(text: string): string {
  const bytes = [...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
  const lines = bytes.reduce<string[][]>((all, byte, index) => {
    if (index % BYTES_A_LINE === 0) all.push([]);
    all.at(-1)?.push(byte);
    return all;
  }, []);
  return lines.map((line) => line.join(',')).join(',\\\r\n  ');
}
