import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { APPROVAL_STEPS } from '../../../../src/domain/journal/approval-event.ts';
import { sealEntry } from '../../../../src/domain/journal/chain.ts';
import { csvCell, withoutGuard } from '../../../../src/domain/journal/csv-cell.ts';
import { type StoredEntry, storedEntrySchema } from '../../../../src/domain/journal/entry.ts';
import {
  CSV_COLUMNS,
  type CsvTitles,
  type CsvWords,
  csvHead,
  csvLines,
  wallTime,
} from '../../../../src/domain/journal/export-csv.ts';
import { jsonLines } from '../../../../src/domain/journal/export-jsonl.ts';
import { sha256 } from '../../../../src/platform/digest.ts';
import {
  COUNTS,
  chainOf,
  EVERY_EVENT,
  entryOf,
  FOUR_PAST_THREE,
  typedEvent,
} from '../../../support/journal-entries.ts';

const TITLES = Object.fromEntries(CSV_COLUMNS.map((column) => [column, `題 ${column}`])) as CsvTitles;

const WORDS: CsvWords = {
  changes: ({ changes }) => (changes ?? []).map(({ rule, before, after }) => `${rule}: ${before} → ${after}`),
};

/** A reader of CSV as RFC 4180 says it, written apart from what it tests. */
function readCsv(file: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let rest = file;
  while (rest !== '') {
    const cell = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest);
    if (cell === null) throw new SyntaxError(`not quoted: ${rest.slice(0, 20)}`);
    line.push(String(cell[1]).replaceAll('""', '"'));
    if (cell[2] !== ',') {
      lines.push(line);
      line = [];
    }
    rest = rest.slice(cell[0].length);
  }
  return lines;
}
const cellsOf = (entries: readonly StoredEntry[]) =>
  readCsv(csvLines(entries, WORDS)).map((line) =>
    Object.fromEntries(CSV_COLUMNS.map((column, n) => [column, line[n]])),
  );

describe('the table', () => {
  it('begins with a byte order mark and the titles in the reader’s language', () => {
    const head = csvHead(TITLES);
    expect(head.startsWith('\ufeff"題 seq","題 at",')).toBe(true);
    expect(readCsv(head.slice(1))).toEqual([CSV_COLUMNS.map((column) => TITLES[column])]);
  });

  it('has one line for each entry, with all columns', async () => {
    const lines = readCsv(csvLines(await chainOf(EVERY_EVENT), WORDS));
    expect(lines).toHaveLength(EVERY_EVENT.length);
    for (const line of lines) expect(line).toHaveLength(CSV_COLUMNS.length);
  });

  it('says of a released broadcast what it was, who confirmed it and why', async () => {
    const [, , , , released] = cellsOf(await chainOf(EVERY_EVENT));
    expect(released).toMatchObject({
      seq: '5',
      at: '2026-11-22 15:04:05 +09:00',
      scheduledAt: '2026-11-23 15:04:05 +09:00',
      account: "'@bakery",
      kind: 'released',
      text: 'voom-on: 告知も兼ねるため\nquiet-hours: 早朝の運休のため',
      person: '田中',
      audience: 'all',
      people: '1234',
      voom: 'false',
      seconds: '62',
      extension: '0.2.0',
    });
  });

  it.each([
    ['attempted', 'button'],
    ['asked', 'account when voom-on people'],
    ['answered', 'people unverified'],
    ['caught', 'people'],
    ['refused', 'stopped'],
    ['outcome', 'accepted'],
    ['blocked', 'xmlhttprequest'],
    ['unconfirmed', 'lock-off'],
    ['observed', 'lock'],
    ['approval', 'sent-back here verified'],
    ['unrecognised', 'editor'],
    ['policy', 'lock items'],
    ['gap', 'tail-lost 60 29'],
  ])('says of an entry "%s" what it is about: %s', async (kind, what) => {
    const line = cellsOf(await chainOf(EVERY_EVENT)).find((cells) => cells['kind'] === kind);
    expect(line?.['what']).toBe(what);
  });

  it('says whose settings were changed, and how, in the reader’s words', async () => {
    const lines = cellsOf(await chainOf(EVERY_EVENT)).filter(({ kind }) => kind === 'policy');
    expect(lines.map(({ what, changes }) => [what, changes])).toEqual([
      ['lock items', ''],
      ['own lock cautionWords', 'lock: enforce → off\ncautionWords: 必ず\n=1+1 → '],
    ]);
    const [passphrase] = cellsOf(await chainOf([{ kind: 'passphrase', step: 'wrong' }]));
    expect(passphrase?.['what']).toBe('wrong');
  });

  it('says of an entry that it was written later than it happened', async () => {
    const event = { kind: 'overridden', reason: '急ぐため', broadcast: COUNTS } as const;
    const [late, other] = await Promise.all(
      [{ late: true as const }, {}].map((change) => sealEntry(entryOf(event, change), sha256)),
    );
    if (late === undefined || other === undefined) throw new RangeError('no entry');
    expect(cellsOf([late, other]).map((cells) => cells['late'])).toEqual(['true', '']);
  });

  it.each(APPROVAL_STEPS)('says who asked for the approval that was %s, and who answered', async (step) => {
    const said = { step, way: 'here', operator: '佐藤', person: '山田', isVerified: true } as const;
    const [line] = cellsOf(await chainOf([{ kind: 'approval', ...said, items: [], reason: null }]));
    expect(line).toMatchObject({ operator: '佐藤', person: '山田' });
  });

  it('says that nothing was shown to whoever approved', async () => {
    const said = { step: 'given', way: 'code', operator: '佐藤', person: '山田', isVerified: true } as const;
    const event = { kind: 'approval', ...said, reason: null, unseen: true } as const;
    const [line] = cellsOf(await chainOf([{ ...event, items: [] }]));
    expect(line?.['what']).toBe('given code verified unseen');
  });

  it('keeps a line for an entry that cannot be read', () => {
    const [line] = cellsOf([{ seq: 7, text: '{', hash: 'a'.repeat(64) }]);
    expect(line).toMatchObject({ seq: '7', kind: '', hash: 'a'.repeat(64) });
  });

  it('read back gives what was typed, and no cell could be a formula', async () => {
    await fc.assert(
      fc.asyncProperty(typedEvent, async (event) => {
        const file = csvLines(await chainOf([event]), WORDS);
        const [line = []] = readCsv(file);
        for (const cell of line) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[ 　]*[\t\r\n]/u);
        const typed =
          event.kind === 'overridden'
            ? event.reason
            : event.kind === 'released'
              ? event.reasons.map(({ check, text }) => `${check}: ${text}`).join('\n')
              : '';
        expect(withoutGuard(line[CSV_COLUMNS.indexOf('text')] ?? '')).toBe(typed);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+81312345678', "'+81312345678"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['|cmd', "'|cmd"],
    ['%0A', "'%0A"],
    ['＝1+1', "'＝1+1"],
    ['＋81', "'＋81"],
    ['－5', "'－5"],
    ['−5', "'−5"],
    ['＠SUM', "'＠SUM"],
    ['  =1', "'  =1"],
    ['　=1', "'　=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\tx', "'\tx"],
    ['\r\nx', "'\r\nx"],
    [' \nx', "' \nx"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
  ])('that a spreadsheet could run (%j) has a guard in front', (text, guarded) => {
    expect(csvCell(text)).toBe(`"${guarded}"`);
    expect(withoutGuard(guarded)).toBe(text);
  });

  it.each(['', '1234', '12月1日(火)', '1=1', "'90s", 'a\nb', '〜', '(+81)'])(
    'that is harmless (%j) has none',
    (text) => {
      expect(csvCell(text)).toBe(`"${text}"`);
      expect(withoutGuard(text)).toBe(text);
    },
  );

  it('has its quotes doubled', () => {
    expect(csvCell('「"今日"まで」')).toBe('"「""今日""まで」"');
  });
});

test.each([
  [FOUR_PAST_THREE, 540, '2026-11-22 15:04:05 +09:00'],
  [FOUR_PAST_THREE, 0, '2026-11-22 06:04:05 +00:00'],
  [FOUR_PAST_THREE, -210, '2026-11-22 02:34:05 -03:30'],
  [0, -600, '1969-12-31 14:00:00 -10:00'],
  [8_640_000_000_000_000, 540, '9999-12-31 23:59:59 +09:00'],
])('the moment %i, %i minutes ahead, is written as %s', (at, offset, written) => {
  expect(wallTime(at, offset)).toBe(written);
});

test('lines of JSON read back are the entries, to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(typedEvent, { maxLength: 3 }), async (events) => {
      const chain = await chainOf(events);
      const file = jsonLines(chain);
      expect(file.endsWith('\n')).toBe(chain.length > 0);
      const lines = file.split('\n').slice(0, -1);
      expect(lines.map((line) => v.parse(storedEntrySchema, JSON.parse(line)))).toEqual(chain);
    }),
  );
});
