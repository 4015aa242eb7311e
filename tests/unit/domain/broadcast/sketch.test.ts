import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  likeness,
  SKETCH_LENGTH,
  sketchOf,
  sketchOfBubbles,
} from '../../../../src/domain/broadcast/sketch.ts';
import { textBubble } from '../../../support/broadcasts.ts';

const TEXT = '12月1日(火)より、冬の新作パンが並びます。りんごのデニッシュとチョコのブリオッシュです。';
const OTHER = '年末年始の営業時間のお知らせです。12月29日から1月3日までお休みをいただきます。';
const compare = (a: string, b: string) => likeness(sketchOf([a]), sketchOf([b]));

describe('a sketch', () => {
  it('has 64 whole numbers of 32 bits, and none for nothing', () => {
    const sketch = sketchOf([TEXT]);
    expect(sketch).toHaveLength(SKETCH_LENGTH);
    expect(sketch.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
    expect(new Set(sketch).size).toBeGreaterThan(60 / 2);
    expect(sketchOf([])).toEqual([]);
    expect(sketchOf(['', ' \n\u3000'])).toEqual([]);
  });

  it('stays the same for all versions, because old ones are compared with new ones', () => {
    expect(sketchOf(['焼きたて']).slice(0, 3)).toEqual([2_809_926_241, 3_325_153_836, 927_826_280]);
  });

  it('takes width, spaces and capitals for nothing, digits for something', () => {
    expect(compare('ＳＡＬＥ １２月１日', 'sale12月1日')).toBe(1);
    expect(compare('12月1日', '12月8日')).toBeLessThan(1);
  });

  it('tells a copy with a changed word from another text', () => {
    expect(compare(TEXT, `${TEXT}♪`)).toBeGreaterThan(0.8);
    expect(compare(TEXT, OTHER)).toBeLessThan(0.2);
  });

  it('knows the same picture by its key', () => {
    const picture = (key: string) => sketchOfBubbles([{ ...textBubble(''), key }]);
    expect(likeness(picture('a'), picture('a'))).toBe(1);
    expect(likeness(picture('a'), picture('b'))).toBe(0);
  });

  it('is like nothing where there is nothing, or where it was kept in another form', () => {
    expect(likeness([], [])).toBe(0);
    expect(likeness(sketchOf([TEXT]), [])).toBe(0);
    expect(likeness([1, 2], [1, 2])).toBe(0);
  });

  it('is as like another as their texts are, give or take what 64 hashes can miss', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefあいうえおかきく123'),
      minLength: 30,
      maxLength: 200,
    });
    await fc.assert(
      fc.property(letters, letters, letters, (same, a, b) => {
        const [one, two] = [same + a, same + b];
        expect(Math.abs(compare(one, two) - shareOfPieces(one, two))).toBeLessThan(0.35);
        expect(compare(one, two)).toBe(compare(two, one));
        expect(compare(one, one)).toBe(1);
      }),
    );
  }, 30_000);

  it('does not depend on the order of bubbles and never throws', async () => {
    await fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), (texts) => {
        expect(sketchOf(texts.toReversed())).toEqual(sketchOf(texts));
      }),
    );
  }, 30_000);

  it('is made in a moment for the longest broadcast', () => {
    const long = Array.from({ length: 5_000 }, (_, n) =>
      String.fromCharCode(0x4e00 + ((n * 7_919) % 20_000)),
    ).join('');
    const before = process.cpuUsage();
    sketchOf([long, long, long]);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(300);
  });
});

/** The measure that a sketch estimates, worked out in full. */
function shareOfPieces(a: string, b: string): number {
  const pieces = (text: string) =>
    new Set(Array.from({ length: text.length - 2 }, (_, n) => text.slice(n, n + 3)));
  const [one, two] = [pieces(a), pieces(b)];
  const both = [...one].filter((piece) => two.has(piece)).length;
  return both / (one.size + two.size - both);
}
