/** The file is not one that regedit takes. */
export class NoRegFile extends Error {
  override readonly name = 'NoRegFile';
}

type Key = Record<string, string | number>;

/** A registry, by the path of each key. */
export type Registry = Map<string, Key>;

/** Imports a file into a registry as regedit does, line after line: keys and values are added, replaced and removed. */
export function importReg(bytes: Uint8Array, registry: Registry): void {
  const text = Buffer.from(bytes).toString('utf16le');
  if (!text.startsWith('\uFEFFWindows Registry Editor Version 5.00\r\n\r\n')) throw new NoRegFile('head');
  if (/(?<!\r)\n/.test(text)) throw new NoRegFile('a line that ends without a carriage return');
  const lines = text
    .slice(1)
    .replaceAll(/\\\r\n\s*/g, '')
    .split('\r\n')
    .slice(1);
  let key: Key | null = null;
  for (const line of lines.filter((line) => line !== '' && !line.startsWith(';'))) {
    const path = /^\[(-?)(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line);
    if (path?.[2] !== undefined) key = enter(path[2], path[1] === '-', registry);
    else if (key === null) throw new NoRegFile(`a value outside of a key: ${line}`);
    else assign(line, key);
  }
}

function enter(path: string, isRemoved: boolean, registry: Registry): Key | null {
  if (isRemoved) {
    for (const known of [...registry.keys()]) {
      if (known === path || known.startsWith(`${path}\\`)) registry.delete(known);
    }
    return null;
  }
  const key = registry.get(path) ?? {};
  registry.set(path, key);
  return key;
}

function assign(line: string, key: Key): void {
  const [, name, value = ''] = /^("(?:[^"\\]|\\.)*")=(.+)$/.exec(line) ?? [];
  if (name === undefined) throw new NoRegFile(line);
  if (value === '-') delete key[unquoted(name)];
  else key[unquoted(name)] = meaningOf(value);
}

function meaningOf(written: string): string | number {
  if (written.startsWith('dword:')) return Number.parseInt(written.slice(6), 16) | 0;
  if (written.startsWith('hex(1):')) {
    const bytes = written
      .slice(7)
      .split(',')
      .map((byte) => Number.parseInt(byte, 16));
    return Buffer.from(bytes).toString('utf16le').replace(/\0$/, '');
  }
  return unquoted(written);
}

/** A backslash before anything but a quote or a backslash would be taken as it stands; none of ours is. */
function unquoted(written: string): string {
  const inner = /^"((?:[^"\\]|\\["\\])*)"$/.exec(written)?.[1];
  if (inner === undefined) throw new NoRegFile(written);
  return inner.replaceAll(/\\(["\\])/g, '$1');
}
