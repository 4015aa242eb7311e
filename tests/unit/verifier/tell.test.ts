import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../scripts/verify.ts';
import type { StoredEntry } from '../../../src/domain/journal/entry.ts';
import { endLine, jsonLines } from '../../../src/domain/journal/export-jsonl.ts';
import type { SigningKey } from '../../../src/platform/signing.ts';
import type { Fault, Note, Report } from '../../../src/verifier/report.ts';
import { readKeys, tell } from '../../../src/verifier/tell.ts';
import { ENGLISH } from '../../../src/verifier/words-en.ts';
import { JAPANESE } from '../../../src/verifier/words-ja.ts';
import { signedChain, testKey } from '../../support/signed-journal.ts';

const FAULTS: readonly Fault[] = [
  { kind: 'odd-line', line: 42 },
  { kind: 'no-end', after: 42 },
  ...(
    [
      'changed',
      'missing',
      'swapped',
      'cut',
      'head-ahead',
      'head-behind',
      'unsigned',
      'bad-signature',
      'unknown-key',
    ] as const
  ).map((kind) => ({ kind, at: 42 })),
];
const NOTES: readonly Note[] = [
  { kind: 'unsigned-part', stretch: { from: 42, to: 42 } },
  { kind: 'unsigned-part', stretch: { from: 42, to: 50 } },
  { kind: 'gap', at: 42, expected: 60, found: null },
  { kind: 'rekey', at: 42 },
  { kind: 'late', at: 42 },
  { kind: 'clock-jump', at: 42, byMs: 180_000 },
  { kind: 'clock-jump', at: 42, byMs: -180_000 },
  { kind: 'clock-off', at: 42, byMs: 180_000 },
  { kind: 'clock-off', at: 42, byMs: -180_000 },
];
const WHOLE: Report = {
  count: 3,
  span: { first: 0, last: 60_000 },
  keys: [],
  faults: [],
  notes: [],
  rules: [],
};

describe.each([JAPANESE, ENGLISH])('what is said ($tag)', (words) => {
  const sentences = [...FAULTS.map(words.fault), ...NOTES.map(words.note)];

  it('names the place of every fault and note, each in a sentence of its own', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/42.*[.。)）]$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('begins with whether all is well', () => {
    expect(tell(WHOLE, words)[0]).toMatchObject({ tone: 'good', text: words.whole });
    const broken = tell({ ...WHOLE, faults: FAULTS, notes: NOTES }, words);
    expect(broken[0]).toMatchObject({ tone: 'bad', text: words.broken });
    expect(broken[1]?.items).toHaveLength(FAULTS.length);
    expect(broken[2]?.items).toHaveLength(NOTES.length);
    expect(tell({ ...WHOLE, count: 0 }, words)).toEqual([{ tone: 'bad', text: words.empty, items: [] }]);
  });

  it('shows keys whole, and short as the journal page shows them', () => {
    const key = `0123456789abcdef${'0'.repeat(48)}`;
    const last = tell({ ...WHOLE, keys: [{ key, from: 1 }] }, words).at(-1);
    expect(last?.items[0]).toContain('0123-4567-89AB-CDEF');
    expect(last?.items[0]).toContain(key);
    expect(tell(WHOLE, words).at(-1)?.text).toBe(words.noKeys);
  });
});

describe('keys that somebody types', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  it.each<[string, readonly string[] | null]>([
    ['', []],
    [' \n', []],
    [a, [a]],
    [a.toUpperCase(), [a]],
    [`${a},\n ${b}`, [a, b]],
    [`ａ${a.slice(1)}`, [a]],
    [a.slice(1), null],
    [`${a} nonsense`, null],
  ])('%j', (typed, keys) => {
    expect(readKeys(typed)).toEqual(keys);
  });
});

describe('the command', () => {
  let folder: string;
  let own: SigningKey;
  let other: SigningKey;
  let chain: readonly StoredEntry[];
  let said: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matta-verify-'));
    own = await testKey();
    other = await testKey();
    chain = await signedChain([1, 2, 3].map((n) => ({ event: { kind: 'caught', by: `${n}` }, key: own })));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    said = [];
    const listen = (text: unknown) => void said.push(String(text));
    vi.spyOn(console, 'log').mockImplementation(listen);
    vi.spyOn(console, 'error').mockImplementation(listen);
  });
  afterEach(() => vi.restoreAllMocks());

  const fileOf = async (entries: readonly StoredEntry[]) => {
    const file = join(folder, 'journal.jsonl');
    await writeFile(file, `${jsonLines(entries)}${endLine(chain[2] ?? null)}`);
    return file;
  };

  it('says that a journal is whole', async () => {
    expect(await main([await fileOf(chain), '--lang', 'ja', '--key', own.publicKey])).toBe(0);
    expect(said[0]).toBe(JAPANESE.whole);
  });

  it('says what is wrong where, and fails', async () => {
    expect(await main([await fileOf(chain.toSpliced(1, 1)), '--lang', 'en'])).toBe(1);
    expect(said).toContain('  - Entry 2 is missing.');
  });

  it('says when another key has signed', async () => {
    expect(await main([await fileOf(chain), '--key', other.publicKey, '--lang', 'en'])).toBe(1);
    expect(said).toContain('  - An unknown key has signed entry 1.');
  });

  it.each([[[]], [['a', 'b']], [['a', '--key', 'short']], [['a', '--keys', 'b']]])(
    'says how it is used: %j',
    async (args) => {
      expect(await main(args)).toBe(2);
      expect(said[0]).toContain('npm run verify');
    },
  );

  it.each([
    ['en', 'The file gone.jsonl could not be read.'],
    ['ja', 'gone.jsonl を読めませんでした。'],
  ])('says that there is no such file, in %s', async (lang, words) => {
    expect(await main(['gone.jsonl', '--lang', lang])).toBe(2);
    expect(said[0]).toContain(words);
  });
});
