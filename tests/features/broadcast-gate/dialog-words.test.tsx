// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtMarks } from '../../../src/features/broadcast-gate/dialog/marked-text.ts';
import { plainName } from '../../../src/features/broadcast-gate/dialog/plain-name.ts';
import {
  type AttemptChanges,
  attemptOf,
  bubble,
  fakeGatePorts,
  inJapanese,
  NOW,
  openBench,
  sheetOf,
  type Tag,
  TUESDAY,
  textsIn,
} from '../../support/gate-dialog-bench.ts';

const shown = (changes: AttemptChanges, languageTag: Tag = 'ja') =>
  openBench({ attempt: attemptOf(changes), languageTag, translate: textsIn(languageTag) });

describe('the final button', () => {
  test.each([
    ['ja', 'まるやま洋菓子店 から 1,234人 に 12月1日(火) 10:00 配信する'],
    ['en', 'Send from まるやま洋菓子店 to 1,234 people on Tue, Dec 1 10:00'],
    ['zh-TW', '從 まるやま洋菓子店 於 12月1日 週二 10:00 傳送給 1,234人'],
    ['th', 'ส่งจาก まるやま洋菓子店 ถึง 1,234 คน อ. 1 ธ.ค. 10:00'],
  ] as const)('names the act in %s', async (tag, act) => {
    const { final } = await shown({}, tag);
    expect(comparable(final().textContent)).toBe(comparable(act));
  });

  test.each([
    ['ja', 'まるやま洋菓子店 から 1,234人 に 今すぐ配信する'],
    ['en', 'Send from まるやま洋菓子店 to 1,234 people now'],
    ['zh-TW', '從 まるやま洋菓子店 立即傳送給 1,234人'],
    ['th', 'ส่งจาก まるやま洋菓子店 ถึง 1,234 คน ทันที'],
  ] as const)('says in %s that it goes now', async (tag, act) => {
    const { final } = await shown({ broadcast: { schedule: { kind: 'now' } } }, tag);
    expect(final().textContent).toBe(act);
  });

  test.each([
    [{ page: { people: null } }, 'まるやま洋菓子店 から 人数不明 に 12月1日(火) 10:00 配信する'],
    [{ page: { accountName: null } }, '@maruyama から 1,234人 に 12月1日(火) 10:00 配信する'],
    [
      { page: { accountName: null }, broadcast: { account: null } },
      'アカウント不明 から 1,234人 に 12月1日(火) 10:00 配信する',
    ],
    [
      { broadcast: { schedule: { kind: 'unclear' } } },
      'まるやま洋菓子店 から 1,234人 に（日時不明）配信する',
    ],
    [
      { broadcast: { schedule: { kind: 'at', at: new Date(2027, 0, 5, 8, 5).getTime() } } },
      'まるやま洋菓子店 から 1,234人 に 2027年1月5日(火) 08:05 配信する',
    ],
  ] satisfies [AttemptChanges, string][])('says what is not known: %o', async (changes, act) => {
    const { final } = await shown(changes);
    expect(final().textContent).toBe(act);
  });
});

describe('what is about to be sent', () => {
  test('is seen at a glance', async () => {
    const { find } = await shown({});
    expect(find('.facts').textContent).toBe(
      'アカウントまるやま洋菓子店@maruyama配信先すべての友だち人数1,234人約1千2百人日時12月1日(火) 10:005日後',
    );
  });

  test.each([
    [NOW + 12 * 60_000, '12分後'],
    [NOW + 5 * 3_600_000, '5時間後'],
    [TUESDAY, '5日後'],
    [NOW - 3 * 60_000, '3分前'],
  ])('goes at %i: %s', async (at, distance) => {
    const { find } = await shown({ broadcast: { schedule: { kind: 'at', at } } });
    expect(find('.facts').textContent).toContain(distance);
  });

  test('names settings that change what happens, and only those', async () => {
    const { find } = await shown({
      broadcast: {
        voom: true,
        abTest: true,
        audience: { kind: 'narrowed', name: '常連', target: '', limit: 500 },
      },
    });
    expect(find('.facts').textContent).toContain('絞り込み常連');
    expect(find('.facts').textContent).toContain('配信数の上限：500通LINE VOOMにも投稿するA/Bテストを行う');
  });

  test('is said not to be readable', async () => {
    const { text } = await shown({
      broadcast: { readable: false, bubbles: [], schedule: { kind: 'unclear' } },
      page: { people: null },
    });
    expect(text()).toContain(inJapanese('gateUnreadable'));
    expect(text()).toContain(inJapanese('gatePeopleUnread'));
  });

  test('shows what is not text as labelled boxes, with addresses that cannot be pressed', async () => {
    const image = {
      kind: 'image',
      text: '',
      name: '冬のフェア',
      links: ['https://example.com/a'],
      key: null,
    } as const;
    const { find, all } = await shown({ broadcast: { bubbles: [{ ...image, links: [...image.links] }] } });
    expect(find('.bubble').textContent).toBe('吹き出し1 画像冬のフェアリンク先https://example.com/a');
    expect(all('.sent a, .sent button')).toHaveLength(0);
  });

  test('keeps the breaks between lines', async () => {
    const { find } = await shown({ broadcast: { bubbles: [bubble('一行目\n\n三行目')] } });
    expect(find('.bubble-text').textContent).toBe('一行目\n\n三行目');
  });

  test.each([
    ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
    ['marks that turn the direction', '\u202e反対\u202c\u2067x'],
    ['five thousand letters', 'あ'.repeat(5_000)],
    ['half of a letter', 'a\ud83d'],
  ])('shows %s as text', async (_, text) => {
    const { find, root, final } = await shown({
      broadcast: { bubbles: [bubble(text)] },
      page: { accountName: text.slice(0, 100) },
    });
    expect(find('.bubble-text').textContent).toBe(text);
    expect(root.querySelectorAll('script, img')).toHaveLength(0);
    expect(final().textContent).toMatch(/ から 1,234人 に 12月1日\(火\) 10:00 配信する$/);
    expect(final().textContent?.length).toBeLessThan(90);
  });
});

describe('findings', () => {
  const TEXT = '12月1日(水)に〇〇';
  const finding = (id: string, level: string, start: number, end: number) => ({
    id,
    check: id,
    level,
    key: 'gateWhenNow',
    values: [],
    stretch: { bubble: 0, start, end },
  });
  const withFindings = (findings: readonly unknown[]) => {
    const ports = fakeGatePorts({ open: async () => sheetOf({ items: [], findings }) });
    return openBench({ ports, attempt: attemptOf({ broadcast: { bubbles: [bubble(TEXT)] } }) });
  };

  test('are marked in the text and named by level and number', async () => {
    const { all } = await withFindings([finding('p', 'block', 9, 11), finding('w', 'warn', 0, 8)]);
    expect(all('mark').map(({ textContent, dataset }) => [textContent, dataset['level']])).toEqual([
      ['12月1日(水)注意 2', 'warn'],
      ['〇〇要修正 1', 'block'],
    ]);
  });

  test('of another version still say something', async () => {
    const ports = fakeGatePorts({
      open: async () => sheetOf({ findings: [{ ...finding('x', 'inform', 0, 2), key: 'unheardOf' }] }),
    });
    const translate = (key: string) => (key === 'unheardOf' ? '' : key);
    const { find } = await openBench({ ports, translate });
    expect(find('.finding').textContent).toContain('gateFindingUnnamed');
  });

  test('that block cannot be answered, only fixed', async () => {
    const { all, final, click, button, find, phase } = await withFindings([finding('p', 'block', 0, 2)]);
    expect(all('.finding input')).toHaveLength(0);
    await click(final());
    expect(find('#final-said').textContent).toBe(inJapanese('gateStillOpen', inJapanese('gateLeftBlocks')));
    await click(button(inJapanese('gateGoFix')));
    expect(phase()).toBe('refused');
  });

  test('that only inform ask nothing', async () => {
    const { all, final } = await withFindings([finding('i', 'inform', 0, 2)]);
    expect(all('.finding input')).toHaveLength(0);
    expect(final().getAttribute('aria-disabled')).toBe('false');
  });
});

test('a text cut at marks is the same text, and each piece knows its marks', async () => {
  const place = fc.integer({ min: -5, max: 60 });
  const spans = fc.array(fc.record({ start: place, end: place }), { maxLength: 6 });
  const joined = (pieces: ReturnType<typeof cutAtMarks>) => pieces.map(({ text }) => text).join('');
  await fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'あ', '😀', '\n', '\ud83d'), maxLength: 50 }),
      spans,
      (text, places) => {
        const marks = places.map((span, at) => ({ id: `m${at}`, ...span }));
        const pieces = cutAtMarks(text, marks);
        const isKept = ({ id, start, end }: (typeof marks)[number]) => {
          const marked = joined(pieces.filter((piece) => piece.marks.includes(id)));
          return marked === (start < end ? text.slice(Math.max(0, start), Math.max(0, end)) : '');
        };
        return joined(pieces) === text && marks.every(isKept);
      },
    ),
  );
});

test.each([
  ['まるやま\u202e店', 'まるやま 店'],
  ['一行目\n二行目', '一行目 二行目'],
  ['見え\u200bない', '見え ない'],
  ['متجر', '\u2068متجر\u2069'],
  ['あ'.repeat(60), `${'あ'.repeat(39)}…`],
])('the name %j stands in a sentence as %j', (name, shown) => {
  expect(plainName(name)).toBe(shown);
});

test('a name inside a sentence is one short line without marks that are not to be seen', async () => {
  const line = /^\u2068?[^\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f]{0,40}\u2069?$/u;
  const unit = fc.constantFrom(
    'a',
    'あ',
    '😀',
    'ש',
    ' ',
    '\n',
    '\u0000',
    '\u200b',
    '\u2028',
    '\u202e',
    '\u2067',
    '\ud83d',
  );
  await fc.assert(fc.property(fc.string({ unit, maxLength: 100 }), (text) => line.test(plainName(text))));
});

/** Names of days differ between versions of the browser's language data, blanks too. */
function comparable(text: string | null): string {
  return (text ?? '').replaceAll(/\s|\(.\)|週二|อังคาร|อ\./g, '');
}
