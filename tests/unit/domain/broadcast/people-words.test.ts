import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleInWords } from '../../../../src/domain/broadcast/people-words.ts';

describe('a number of people in words', () => {
  test.each([
    [1_000, '1千人', 'one thousand people', '1千人', '1 พันคน'],
    [1_234, '約1千2百人', 'about one thousand two hundred people', '約1千2百人', 'ประมาณ 1 พัน 2 ร้อยคน'],
    [9_990, '約1万人', 'about 10 thousand people', '約1萬人', 'ประมาณ 1 หมื่นคน'],
    [12_345, '約1万2千人', 'about 12 thousand people', '約1萬2千人', 'ประมาณ 1 หมื่น 2 พันคน'],
    [123_456, '約12万3千人', 'about 123 thousand people', '約12萬3千人', 'ประมาณ 1 แสน 2 หมื่นคน'],
    [
      1_234_567,
      '約123万人',
      'about one million two hundred thousand people',
      '約123萬人',
      'ประมาณ 1 ล้าน 2 แสนคน',
    ],
    [
      123_456_789,
      '約1億2千万人',
      'about 123 million five hundred thousand people',
      '約1億2千萬人',
      'ประมาณ 123 ล้าน 5 แสนคน',
    ],
  ])('%i is said in every language', (count, ...said) => {
    expect(['ja', 'en', 'zh-TW', 'th'].map((tag) => peopleInWords(count, tag))).toEqual(said);
  });

  test.each([0, 1, 99, 100, 800, 834, 999])('%i is best said by the number itself', (count) => {
    const said = ['ja', 'en', 'zh-TW', 'th'].map((tag) => peopleInWords(count, tag));
    expect(said).toEqual([null, null, null, null]);
  });

  test('is English where Matta has no texts', () => {
    expect(peopleInWords(2_000, 'fr-CA')).toBe('two thousand people');
  });

  test('tells a number from one with a digit more or less', async () => {
    await fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 10_000_000 }),
        fc.constantFrom('ja', 'en', 'zh-TW', 'th'),
        (count, tag) => peopleInWords(count, tag) !== peopleInWords(count * 10, tag),
      ),
    );
  });

  test('says about, in each language, exactly when it was rounded', async () => {
    await fc.assert(
      fc.property(fc.integer({ min: 10, max: 999 }), (hundreds) => {
        const exact = peopleInWords(hundreds * 100, 'ja') ?? '';
        const rounded = peopleInWords(hundreds * 100 + 1, 'ja') ?? '';
        return rounded.startsWith('約') && (hundreds < 100 ? !exact.startsWith('約') : true);
      }),
    );
  });
});
