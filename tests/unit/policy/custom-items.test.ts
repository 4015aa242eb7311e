import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type AskedAbout, askedCustomItems } from '../../../src/domain/broadcast/asked-custom-items.ts';
import type { Broadcast, Bubble } from '../../../src/domain/broadcast/broadcast.ts';
import { type Condition, type CustomItem, customItemSchema } from '../../../src/domain/policy/custom-item.ts';
import { RULES } from '../../../src/domain/policy/rules.ts';
import { anyBroadcast, BAKERY, basicId, broadcastOf, textBubble } from '../../support/broadcasts.ts';
import { anyCustomItem } from '../../support/policies.ts';

const item = (change: Partial<Extract<CustomItem, { kind: 'tick' }>> = {}): CustomItem => ({
  id: 'stock',
  text: { ja: '在庫は足りますか。' },
  when: 'always',
  kind: 'tick',
  ...change,
});
const about = (change: Partial<Broadcast> = {}, isLarge = false): AskedAbout => ({
  broadcast: broadcastOf(change),
  isLarge,
});
const bubble = (kind: Bubble['kind']): Bubble => ({ kind, text: '', name: null, links: [], key: null });
const isAsked = (when: readonly Condition[], of: AskedAbout) =>
  askedCustomItems([item({ when: [...when] })], of).length === 1;
const audience = (kind: Broadcast['audience']['kind']): Partial<Broadcast> => ({
  audience: { kind, name: null, target: '', limit: null },
});

describe('a supervisor’s own question', () => {
  it.each<[string, Condition, AskedAbout, AskedAbout]>([
    ['large', { if: 'large' }, about({}, true), about({}, false)],
    ['to all', { if: 'audience', is: 'all' }, about(audience('all')), about(audience('narrowed'))],
    ['narrowed', { if: 'audience', is: 'narrowed' }, about(audience('narrowed')), about(audience('all'))],
    [
      'to perhaps all',
      { if: 'audience', is: 'all' },
      about(audience('unclear')),
      about(audience('narrowed')),
    ],
    ['at once', { if: 'schedule', is: 'now' }, about(), about({ schedule: { kind: 'at', at: 1 } })],
    ['reserved', { if: 'schedule', is: 'at' }, about({ schedule: { kind: 'unclear' } }), about()],
    ['of an account', { if: 'account', in: [BAKERY] }, about(), about({ account: basicId('@other') })],
    [
      'of an unknown account',
      { if: 'account', in: [BAKERY] },
      about({ account: null }),
      about({ account: basicId('@other') }),
    ],
    ['with a coupon', { if: 'contains', what: 'coupon' }, about({ bubbles: [bubble('coupon')] }), about()],
    [
      'with what may be one',
      { if: 'contains', what: 'coupon' },
      about({ bubbles: [bubble('unknown')] }),
      about(),
    ],
    [
      'that nobody can read',
      { if: 'contains', what: 'coupon' },
      about({ readable: false, bubbles: [] }),
      about(),
    ],
    [
      'with a link',
      { if: 'contains', what: 'link' },
      about({ bubbles: [textBubble('https://komugi.jp')] }),
      about(),
    ],
    [
      'with a link behind a picture',
      { if: 'contains', what: 'link' },
      about({ bubbles: [{ ...bubble('image'), links: ['https://komugi.jp'] }] }),
      about({ bubbles: [bubble('image')] }),
    ],
    ['also on VOOM', { if: 'voom' }, about({ voom: true }), about({ voom: false })],
    ['perhaps also on VOOM', { if: 'voom' }, about({ voom: null }), about({ voom: false })],
  ])('about a broadcast %s', (_what, condition, asked, notAsked) => {
    expect([isAsked([condition], asked), isAsked([condition], notAsked)]).toEqual([true, false]);
  });

  it('is asked when all of its conditions hold, and always without any', () => {
    const both: readonly Condition[] = [{ if: 'large' }, { if: 'voom' }];
    const cases = [about({ voom: true }, true), about({ voom: true }, false), about({ voom: false }, true)];
    expect(cases.map((of) => isAsked(both, of))).toEqual([true, false, false]);
    expect(askedCustomItems([item()], about())).toEqual([item()]);
  });

  it('is asked once where two layers ask it, and beside another one of the same id', () => {
    const other = item({ text: { ja: '値段は？' } });
    const asked = askedCustomItems([item(), item({ when: [{ if: 'large' }] }), other], about({}, true));
    expect(asked.map(({ id, text }) => [id, text.ja])).toEqual([
      ['stock', '在庫は足りますか。'],
      ['stock~2', '値段は？'],
    ]);
  });

  it('always has an id of its own', async () => {
    await fc.assert(
      fc.property(
        fc.array(anyCustomItem, { maxLength: 8 }),
        anyBroadcast,
        fc.boolean(),
        (items, broadcast, isLarge) => {
          const ids = askedCustomItems(items, { broadcast, isLarge }).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  it.each<[string, unknown]>([
    ['without Japanese', { ...item(), text: { en: 'Stock?' } }],
    ['with an empty text', { ...item(), text: { ja: '' } }],
    ['with an id that another one could get', { ...item(), id: 'stock~2' }],
    [
      'with choices of which none is right',
      { ...item(), kind: 'choice', choices: ['a', 'b'].map((ja) => ({ text: { ja }, isRight: false })) },
    ],
    ['with a single choice', { ...item(), kind: 'choice', choices: [{ text: { ja: 'a' }, isRight: true }] }],
    ['for a word that is not said', { ...item(), kind: 'word', right: [] }],
    ['for half a number', { ...item(), kind: 'number', right: 0.5 }],
    ['under no condition', { ...item(), when: [] }],
    ['with a field that nobody knows', { ...item(), colour: 'red' }],
  ])('%s is none', (_what, wrong) => {
    expect([v.is(customItemSchema, item()), v.is(customItemSchema, wrong)]).toEqual([true, false]);
    expect(RULES.customItems.read([wrong, item()], false).value).toEqual([item()]);
  });
});
