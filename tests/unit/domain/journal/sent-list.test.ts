import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMoment } from '../../../../src/domain/journal/list-date.ts';
import { LONGEST_LIST, readSentList } from '../../../../src/domain/journal/sent-list.ts';

/** Monday, 23 November 2026, 15:00 in Japan, where the tests run. */
const NOW = new Date(2026, 10, 23, 15, 0).getTime();
const TEN = new Date(2026, 10, 22, 10, 5).getTime();
const read = (text: string) => readSentList(text, NOW);

describe('a moment of LINE’s list', () => {
  it.each([
    '2026/11/22 10:05',
    '2026-11-22 10:05:00',
    '2026.11.22 10:05',
    '２０２６／１１／２２　１０：０５',
    '2026年11月22日(日) 10:05',
    '2026年11月22日 10時05分',
    '2026年11月22日 午前10:05',
    '2026年11月22日 上午10:05',
    '2026年11月22日（週日）上午 10:05',
    '11/22 10:05',
    '11月22日(日) 10:05',
    'Nov 22, 2026 10:05',
    'Sun, November 22, 2026, 10:05 AM',
    '22 Nov 2026 10:05',
    '11/22/2026 10:05 a.m.',
    '22/11/2026 10:05',
    '22 พ.ย. 2569 10.05 น.',
    '22 พฤศจิกายน 2569 10:05 น.',
    '22/11/2569 10:05',
  ])('“%s” is read', (text) => {
    expect(findMoment(text, NOW)?.at).toBe(TEN);
  });

  it.each([
    ['2026年11月22日 午後3:05', 15],
    ['2026年11月22日 下午3:05', 15],
    ['Nov 22, 2026 3:05 PM', 15],
    ['Nov 22, 2026 12:05 AM', 0],
    ['2026年11月22日 午後0:05', 12],
  ])('“%s” is at %i o’clock', (text, hour) => {
    expect(findMoment(text, NOW)?.at).toBe(new Date(2026, 10, 22, hour, 5).getTime());
  });

  it('without a year is the last one', () => {
    expect(findMoment('12/24 10:05', NOW)?.at).toBe(new Date(2025, 11, 24, 10, 5).getTime());
  });

  it.each([
    '',
    '10:05',
    '2026/11/22',
    '3/4/2026 10:05',
    '2026/02/30 10:05',
    '2026/13/01 10:05',
    'Foo 22, 2026 10:05',
  ])('“%s” is none', (text) => {
    expect(findMoment(text, NOW)).toBeNull();
  });

  it('of any day is read as it was written', async () => {
    const day = fc.date({ min: new Date(2000, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true });
    await fc.assert(
      fc.property(day, (date) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const [year, month, of] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
        const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
        const at = new Date(year, month - 1, of, date.getHours(), date.getMinutes()).getTime();
        for (const text of [
          `${year}/${two(month)}/${two(of)} ${time}`,
          `${year}年${month}月${of}日 ${time}`,
          `${of} ${['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'][month - 1]} ${year + 543} ${time} น.`,
        ])
          expect(findMoment(text, NOW)?.at).toBe(at);
      }),
    );
  });
});

describe('LINE’s list of sent broadcasts', () => {
  const ROWS = [
    { line: 2, at: TEN, people: 1_234, title: '冬のパンまつり' },
    { line: 3, at: TEN + 60 * 60_000, people: null, title: 'お知らせ, その2' },
  ];

  it.each([
    [
      'copied as a table',
      '名前\tターゲット\t配信日時\t更新日時\n冬のパンまつり\t1,234人\t2026/11/22 10:05\t2026/11/23 9:00\nお知らせ, その2\t\t2026/11/22 11:05\t2026/11/23 9:00\n',
    ],
    [
      'as a CSV file',
      '\ufeff"タイトル","配信数","更新日時","配信日時"\r\n"冬のパンまつり","1,234","2026/11/23 9:00","2026/11/22 10:05"\r\n"お知らせ, その2","","2026/11/23 9:00","2026/11/22 11:05"\r\n',
    ],
  ])('%s is read', (_, text) => {
    expect(read(text)).toEqual({ rows: ROWS, notUnderstood: [], isCut: false });
  });

  it('copied line by line is read, each broadcast up to its time', () => {
    const text =
      '冬のパンまつり\n1,234人\n2026年11月22日(日) 10:05\n\n二つ目\n2026年11月22日(日) 11:05 300人\nおわり';
    expect(read(text)).toEqual({
      rows: [
        { line: 3, at: TEN, people: 1_234, title: '冬のパンまつり' },
        { line: 6, at: TEN + 60 * 60_000, people: 300, title: '二つ目' },
      ],
      notUnderstood: [{ line: 7, text: 'おわり' }],
      isCut: false,
    });
  });

  it('keeps quotes, line breaks and empty cells of a CSV file', () => {
    const text = '"a ""b""\nc","","2026/11/22 10:05"\n"x","5","いつか"';
    expect(read(text)).toEqual({
      rows: [{ line: 1, at: TEN, people: null, title: 'a "b"\nc' }],
      notUnderstood: [{ line: 3, text: 'x 5 いつか' }],
      isCut: false,
    });
  });

  it('that is none has no rows and says so of each line', () => {
    expect(read('')).toEqual({ rows: [], notUnderstood: [], isCut: false });
    expect(read('hello\nworld')).toEqual({
      rows: [],
      notUnderstood: [
        { line: 1, text: 'hello' },
        { line: 2, text: 'world' },
      ],
      isCut: false,
    });
  });

  it('of any kind is read without an error, and a long one within its time', async () => {
    await fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('\t', ',', '\n', '"'), (text, by) => {
        expect(read(text.split(' ').join(by)).rows.length).toBeGreaterThanOrEqual(0);
      }),
    );
    const before = process.cpuUsage();
    read(`${'"'.repeat(500_000)}${'9 '.repeat(300_000)}`);
    read('1,'.repeat(500_000));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
  });

  it('says when it was too long to be read to its end', () => {
    const row = 'x\t2026/11/22 10:05\n';
    const whole = row.repeat(LONGEST_LIST / row.length);
    expect(read(whole)).toMatchObject({ isCut: false });
    expect(read(`${whole}${row}`)).toMatchObject({ isCut: true });
  });

  it('with many numbers in a line is read at once', () => {
    const before = process.cpuUsage();
    expect(read(`${'1 '.repeat(60_000)}x人\n2026/11/22 10:05`).rows).toHaveLength(1);
    expect(read(`${Array.from({ length: 26 }, () => '1').join(' ')} 日\n2026/11/22 10:05`).rows).toHaveLength(
      1,
    );
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });
});
