// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { lettersOf } from '../../../src/line/manager/letters.ts';
import { SendButtons } from '../../../src/line/manager/send-button.ts';
import { neverSends, wordsOf } from '../../../src/line/manager/words.ts';
import {
  actionGroup,
  choice,
  inRoot,
  JAPANESE,
  make,
  makeButton,
  makeDialog,
  openEveryRoot,
  showPage,
} from '../../support/manager-markup.ts';
import { click } from '../../support/trusted-events.ts';
import { askedAfter, EDITOR, openBench, SHAPES } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

const WORDS = [
  JAPANESE,
  { draft: 'Save draft', test: 'Send test', send: 'Send' },
  { draft: 'บันทึกร่าง', test: 'ส่งทดสอบ', send: 'ส่ง' },
  { draft: '儲存草稿', test: '傳送測試', send: '傳送' },
  { draft: '임시 저장', test: '테스트 발송', send: '보내기' },
];

describe('the action group', () => {
  test.each(SHAPES)('is understood with %o', (shape) => {
    for (const words of WORDS) {
      const { group, draft, test: testButton, send } = actionGroup(words, shape);
      document.body.replaceChildren(make('main', {}, group));
      expect(askedAfter(draft, testButton, send)).toEqual([words.send]);
    }
  });

  test.each([['予約'], ['Schedule'], ['Broadcast'], ['Send now'], ['立即傳送'], ['ตั้งเวลา']])(
    'sends with its button "%s", too',
    (send) => {
      const { group, send: button } = actionGroup({ ...JAPANESE, send });
      document.body.append(group);
      expect(askedAfter(button)).toEqual([send]);
    },
  );

  test('counts as such while draft and test cannot be pressed', () => {
    const { group, draft, test: testButton, send } = actionGroup({ ...JAPANESE, send: '予約' });
    for (const button of [draft, testButton]) button.setAttribute('disabled', '');
    send.className = '';
    document.body.append(group);
    expect(askedAfter(send)).toEqual(['予約']);
  });
});

describe('a button that sends', () => {
  test.each([
    ['an icon', () => make('i', { class: 'las la-paper-plane' })],
    ['a drawn icon', () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')],
    ['a part of the text', () => make('span', {}, '配')],
  ])('is pressed by %s inside it', (_, inner) => {
    const part = inner();
    const button = make(
      'button',
      { class: 'btn-primary' },
      part,
      part instanceof HTMLSpanElement ? '信' : '配信',
    );
    document.body.append(button);
    expect(askedAfter(part)).toEqual(['配信']);
  });

  test.each([
    ['with spaces', () => make('button', {}, ' 配\u3000信\n')],
    ['with signs without width', () => make('button', {}, '配\u200b信\ufeff\u200e')],
    ['with an icon font’s letter', () => make('button', {}, '\ue801 配信')],
    ['with a spoken name alone', () => make('button', { 'aria-label': '配信' })],
    ['with a spoken name besides', () => make('button', { 'aria-label': 'この内容を配信する' }, '配信')],
    ['as an input', () => make('input', { type: 'submit', value: '配信' })],
    ['in full-width letters', () => make('button', {}, 'Ｓｅｎｄ')],
    ['in capitals', () => make('button', {}, 'SEND')],
    ['as a link to nowhere', () => make('a', { href: '#' }, '配信')],
    ['as a link without an address', () => make('a', { class: 'btn' }, '配信')],
    ['as a custom tag', () => make('oa-button' as 'div', {}, '配信')],
    ['as a custom tag in the tab order', () => make('x-send' as 'div', { tabindex: '0' }, '配信')],
    [
      'with its text in a hidden and a spoken form',
      () => make('button', { 'aria-label': '送信' }, make('span', { 'aria-hidden': 'true' }, '→')),
    ],
  ])('is known %s', (_, build) => {
    const button = build();
    document.body.append(button);
    expect(askedAfter(button)).toHaveLength(1);
  });

  test.each(['open', 'closed'] as const)(
    'is known when its label is put into the slot of an %s root',
    (mode) => {
      const inner = make('button', {}, document.createElement('slot'));
      const host = inRoot(inner, mode, 'oa-control');
      const text = make('span', {}, '配信');
      host.append(text);
      document.body.append(host);
      expect(askedAfter(text)).toEqual(['配信']);
    },
  );

  test('is known two closed roots deep', () => {
    const { outside } = makeButton('配信', 'btn-primary', { elements: 'closed' });
    const outer = inRoot(make('div', {}, outside), 'closed', 'oa-footer');
    document.body.append(outer);
    expect(askedAfter(outer)).toEqual(['配信']);
  });

  test('is not known where nobody opens its root', () => {
    const { outside } = makeButton('配信', 'btn-primary', { elements: 'closed' });
    document.body.append(outside);
    const bench = openBench(() => null);
    click(outside);
    expect(bench.asked).toEqual([]);
  });
});

describe('what contains a send word and does not send', () => {
  test.each([
    ['a menu entry', () => make('nav', {}, make('a', { href: '#' }, '配信'))],
    ['a menu', () => make('div', { role: 'menu' }, make('button', {}, '配信'))],
    ['a tab', () => make('button', { role: 'tab' }, '配信')],
    ['a row of tabs', () => make('div', { role: 'tablist' }, make('button', {}, '配信'))],
    ['a link to another page', () => make('a', { href: '/account/@demo/broadcast' }, '配信')],
    ['a heading', () => make('h2', {}, '配信')],
    ['a choice', () => choice('radio', '配信', false)],
    ['a toggle', () => make('button', { 'aria-pressed': 'true' }, '配信')],
    ['a disabled look', () => make('button', { 'aria-disabled': 'true' }, '配信')],
    ['plain text', () => make('div', {}, '配信')],
    ['text in a custom tag', () => make('oa-title' as 'div', {}, '配信')],
    ['a kind of bubble', () => make('div', { class: 'formats' }, make('button', {}, '予約'))],
    ['an entry of a list', () => make('button', {}, 'Broadcast')],
    ['Matta’s own dialog', () => make('matta-checklist' as 'div', {}, make('button', {}, '配信'))],
    ['a label with more to it', () => make('button', {}, '配信先')],
    ['a tab with more to it', () => make('button', {}, '配信済み')],
    ['a choice with more to it', () => make('button', {}, '今すぐ配信')],
    [
      'a spoken name that says the opposite',
      () => make('button', { 'aria-label': '配信をキャンセル' }, '配信'),
    ],
  ])('%s', (_, build) => {
    const element = build();
    document.body.append(element);
    expect(askedAfter(element.querySelector('button, a, input') ?? element)).toEqual([]);
  });

  test('a kind of bubble in a row with many others, one of which is called like a test', () => {
    const kinds = ['テスト配信', 'A', 'B', 'C', 'D', 'E', 'F', 'G'].map((label) => make('button', {}, label));
    const kind = make('button', {}, '予約');
    document.body.append(make('div', {}, ...kinds, kind));
    expect(askedAfter(kind)).toEqual([]);
    kinds.at(-1)?.remove();
    expect(askedAfter(kind)).toEqual(['予約']);
  });

  test('the rest of a custom tag around the button', () => {
    const host = inRoot(make('div', {}, make('button', {}, '配信')), 'open', 'oa-footer');
    document.body.append(host);
    expect(askedAfter(host)).toEqual([]);
  });

  test.each([...wordsOf('never')])('a button in the action group that says "%s"', (word) => {
    for (const label of [word, `${word}配信`, `Send ${word}`]) {
      const { group, send } = actionGroup({ ...JAPANESE, send: label });
      document.body.replaceChildren(group);
      expect(askedAfter(send)).toEqual([]);
    }
  });

  test('no word of ours says that it sends and that it does not', () => {
    expect([...wordsOf('send'), ...wordsOf('maybeSend')].filter(neverSends)).toEqual([]);
  });

  test('no label with a never-send word, learnt or not, in whatever company', async () => {
    const never = fc.constantFrom(...wordsOf('never'));
    const some = fc.oneof(fc.string(), fc.constantFrom('配信', 'Send', 'ส่ง', ' ', '\u200b'));
    await fc.assert(
      fc.property(some, never, some, (before, word, after) => {
        const label = before + word + after;
        fc.pre(lettersOf(label).includes(word));
        const { group, send } = actionGroup({ ...JAPANESE, send: label });
        document.body.replaceChildren(group);
        const buttons = new SendButtons(openEveryRoot);
        buttons.learn([label]);
        expect(buttons.read(send, 'send')).toBeNull();
      }),
    );
  });
});

describe('on other pages', () => {
  test.each(['/broadcast', '/setting', ''])('nothing is asked about at %s', (path) => {
    const { group, send } = actionGroup();
    showPage(path, group);
    expect(askedAfter(send)).toEqual([]);
  });
});

describe('learnt labels', () => {
  test('count, however they are written, until others are given', () => {
    const button = make('button', {}, 'Publish it');
    document.body.append(button);
    const bench = openBench();
    bench.answer = 'pass';
    click(button);
    bench.page.useSendLabels(['PUBLISH  IT', '']);
    click(button);
    bench.page.useSendLabels([]);
    click(button);
    expect(bench.asked.map(({ label }) => label)).toEqual(['Publish it']);
  });

  test('that are as common as OK do not make every dialog one that sends', () => {
    const ok = make('button', { class: 'btn-primary' }, 'OK');
    const other = make('button', { class: 'btn-primary' }, 'Learn more');
    document.body.append(makeDialog({ title: 'お知らせ', buttons: [ok, other] }));
    const bench = openBench();
    bench.page.useSendLabels(['OK']);
    click(ok);
    expect(bench.asked).toEqual([]);
  });
});

describe('whatever page it is', () => {
  const tags = ['div', 'button', 'a', 'nav', 'oa-button', 'svg', 'label', 'input', 'form', 'slot', 'section'];
  const node = fc.letrec<{ tree: Element }>((tie) => ({
    tree: fc
      .record({
        tag: fc.constantFrom(...tags),
        role: fc.constantFrom('', 'button', 'dialog', 'tab', 'menu'),
        text: fc.constantFrom('', '配信', 'テスト配信', 'OK', '下書き保存', '１２３'),
        root: fc.constantFrom('none', 'open', 'closed'),
        children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
      })
      .map(({ tag, role, text, root, children }) => {
        const made = make(tag as 'div', role === '' ? {} : { role }, text, ...children);
        return root === 'none' ? made : inRoot(made, root === 'open' ? 'open' : 'closed', 'oa-box');
      }),
  })).tree;

  test('no press on it makes us fail', async () => {
    await fc.assert(
      fc.property(node, (tree) => {
        document.body.replaceChildren(tree);
        const buttons = new SendButtons(openEveryRoot);
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          if (!(element instanceof HTMLElement)) continue;
          buttons.read(element, 'send');
          buttons.opens(element);
        }
      }),
    );
  });
});
