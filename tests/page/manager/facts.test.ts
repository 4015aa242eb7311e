// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeEditor, section } from '../../support/editor-markup.ts';
import { actionGroup, choice, inRoot, make, makeDialog, showPage } from '../../support/manager-markup.ts';
import { EDITOR, openBench } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

const facts = () => openBench().page.facts();

describe('the account’s name', () => {
  test.each([
    ['まるやま洋菓子店', 'まるやま洋菓子店'],
    [' まるやま \n 洋菓子店 @demo', 'まるやま 洋菓子店'],
    ['Bäckerei (@demo)', 'Bäckerei'],
    ['', null],
    ['あ'.repeat(101), null],
  ])('in the header "%s" is %s', (text, name) => {
    document.body.append(make('header', {}, make('div', { id: 'header-user' }, text)));
    expect(facts().accountName).toBe(name);
  });

  test('is unknown without a header', () => {
    document.body.append(makeEditor());
    expect(facts().accountName).toBeNull();
  });
});

describe('the number of people', () => {
  test.each([
    ['ターゲット推計 842人', 842],
    ['ターゲット推計：約1,234人', 1234],
    ['ターゲット推計 １，２３４人', 1234],
    ['推計人数 58,310,000人', 58_310_000],
    ['ターゲット推計 0人', 0],
    ['Estimated target 1,234 people', 1234],
    ['842 estimated recipients', 842],
    ['เป้าหมายโดยประมาณ ๘๔๒ คน', 842],
    ['目標推估 842人', 842],
    ['ターゲット推計 -', null],
    ['ターゲット推計 800〜900人', null],
    ['ターゲット推計 100人未満', null],
    ['ターゲット推計 1.2万人', null],
    ['ターゲット推計 12万人', null],
    ['ターゲット推計 12.5%', null],
    ['ターゲット推計 12%', null],
    ['ターゲット推計 1,23人', null],
    ['ターゲット推計 12,3456人', null],
    ['ターゲット推計 842人 / 1,102人', null],
    ['ターゲット推計 -842人', null],
    ['842人', null],
  ])('in "%s" is %s', (text, people) => {
    document.body.append(makeEditor({ estimate: text }));
    expect(facts().people).toBe(people);
  });

  test('may stand in an element of its own beside the words', () => {
    const number = make('div', {}, make('strong', {}, '842'), make('span', {}, '人'));
    const beside = make('div', {}, make('span', {}, 'ターゲット推計'), number);
    document.body.append(section('配信先', beside, make('p', {}, '30〜49歳')));
    expect(facts().people).toBe(842);
  });

  test.each(['open', 'closed'] as const)('is found in an %s root', (mode) => {
    document.body.append(inRoot(section('配信先', make('p', {}, 'ターゲット推計 842人')), mode));
    expect(facts().people).toBe(842);
  });

  test.each(['ターゲット推計 計算中', 'ターゲット推計'])(
    'is not another number of the section: "%s"',
    (text) => {
      document.body.append(section('配信先', make('p', {}, text), make('p', {}, '18歳から')));
      expect(facts().people).toBeNull();
    },
  );

  test('is not that of a neighbour which has one', () => {
    const lines = ['ターゲット推計 計算中', 'ターゲットリーチ 1,102'].map((text) => make('p', {}, text));
    document.body.append(section('配信先', make('div', {}, ...lines)));
    expect(facts().people).toBeNull();
  });

  test('for the receivers comes before the account’s own in the header', () => {
    const header = make('header', {}, make('span', {}, 'ターゲットリーチ 1,102'));
    document.body.append(header, makeEditor({ estimate: 'ターゲット推計 842人' }));
    expect(facts().people).toBe(842);
  });

  test('is the account’s own where the editor shows none', () => {
    const header = make('header', {}, make('span', {}, 'ターゲットリーチ 1,102'));
    document.body.append(header, makeEditor({ estimate: null }));
    expect(facts().people).toBe(1102);
  });

  test.each([
    ['ターゲット推計 842人', 842],
    ['ターゲット推計 843人', null],
    ['ターゲット推計 計算中', null],
  ])('beside 842 a second place with "%s" makes it %s', (second, people) => {
    const editor = makeEditor({ estimate: 'ターゲット推計 842人' });
    editor.querySelector('section')?.append(make('p', {}, second));
    document.body.append(editor);
    expect(facts().people).toBe(people);
  });

  test('is not taken from a message or a dialog', () => {
    const dialog = makeDialog({ title: '確認', body: [make('p', {}, 'ターゲット推計 5人')], buttons: [] });
    document.body.append(makeEditor({ texts: ['ターゲット推計 7人'], estimate: null }), dialog);
    expect(facts().people).toBeNull();
  });

  test('is read back as it was written, in any size and width', async () => {
    const wide = (text: string) =>
      text.replaceAll(/[\d,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    await fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.boolean(), fc.boolean(), (people, isWide, isGrouped) => {
        const plain = isGrouped ? people.toLocaleString('en') : String(people);
        document.body.replaceChildren(
          makeEditor({ estimate: `ターゲット推計 ${isWide ? wide(plain) : plain}人` }),
        );
        expect(facts().people).toBe(people);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the editor', () => {
  test('is recognised by its actions, also while they cannot be pressed', () => {
    const { group } = actionGroup();
    document.body.append(group);
    expect(facts().recognised).toBe(true);
    for (const button of group.children) button.setAttribute('disabled', '');
    expect(facts().recognised).toBe(true);
  });

  test('is recognised without the right to send', () => {
    const { group, send } = actionGroup();
    send.remove();
    document.body.append(group);
    expect(facts().recognised).toBe(true);
  });

  test.each([
    ['on another page', '/broadcast', () => actionGroup().group],
    [
      'by other buttons',
      EDITOR,
      () => make('div', {}, make('button', {}, '追加'), choice('radio', '配信', true)),
    ],
    ['by a dialog’s', EDITOR, () => makeDialog({ title: '', buttons: [make('button', {}, '配信')] })],
    ['by a menu’s', EDITOR, () => make('nav', {}, make('button', {}, 'テスト配信'))],
  ])('is not recognised %s', (_, path, build) => {
    showPage(path, build());
    expect(facts().recognised).toBe(false);
  });
});
