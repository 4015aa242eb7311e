import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { archiveFolder } from '../../scripts/archive-folder.ts';

const content: Readonly<Record<string, string>> = {
  'manifest.json': '{ "name": "待った" }',
  'src/pages/popup/index.html': '<!doctype html>'.repeat(100),
  'icons/16.png': '\u0000\u0001\u0002',
  'empty.txt': '',
};

let scratch = '';

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'matta-zip-test-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true });
});

describe('the archive of a folder', () => {
  it('has the same bytes whatever the order and the times of its files', async () => {
    const first = await folderWith('first', Object.entries(content), new Date('2024-02-29T12:00:00Z'));
    const second = await folderWith(
      'second',
      Object.entries(content).reverse(),
      new Date('2031-07-01T00:00:01Z'),
    );

    expect(await archiveFolder(first)).toEqual(await archiveFolder(second));
  });

  it('has the same bytes in every time zone', async () => {
    const folder = await folderWith('zones', Object.entries(content), new Date());
    const inJapan = await archiveFolder(folder);
    vi.stubEnv('TZ', 'America/Los_Angeles');
    const inAmerica = await archiveFolder(folder);

    expect(inAmerica).toEqual(inJapan);
  });

  it('changes with the content', async () => {
    const before = await folderWith('before', Object.entries(content), new Date());
    const after = await folderWith('after', Object.entries({ ...content, 'empty.txt': '.' }), new Date());

    expect(await archiveFolder(after)).not.toEqual(await archiveFolder(before));
  });

  it('gives every file back, in the order of the paths', async () => {
    const archive = await archiveFolder(await folderWith('whole', Object.entries(content), new Date()));
    const entries = entriesOf(Buffer.from(archive));

    expect(entries.map((entry) => entry.path)).toEqual(Object.keys(content).sort());
    expect(Object.fromEntries(entries.map((entry) => [entry.path, entry.text]))).toEqual(content);
  });
});

async function folderWith(
  name: string,
  files: readonly (readonly [string, string])[],
  modified: Date,
): Promise<string> {
  const folder = join(scratch, name);
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    await utimes(file, modified, modified);
  }
  return folder;
}

/** Reads an archive as unzip does, from its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.7–4.3.16). */
function entriesOf(archive: Buffer): readonly { readonly path: string; readonly text: string }[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = archive.readUInt16LE(end + 10);
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    expect(archive.toString('latin1', at, at + 4)).toBe('PK\u0001\u0002');
    const pathLength = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + pathLength);
    entries.push({ path, text: textAt(archive, at) });
    at += 46 + pathLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function textAt(archive: Buffer, directoryEntry: number): string {
  const method = archive.readUInt16LE(directoryEntry + 10);
  const size = archive.readUInt32LE(directoryEntry + 20);
  const local = archive.readUInt32LE(directoryEntry + 42);
  expect(archive.toString('latin1', local, local + 4)).toBe('PK\u0003\u0004');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  return (method === 8 ? inflateRawSync(data) : data).toString('utf8');
}
