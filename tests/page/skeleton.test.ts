// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skeletonOf } from '../../src/line/skeleton.ts';
import { chatPage, day, el, idAt, messageList, row, run, separator } from '../support/chat-markup.ts';

const JAPANESE = 'あいうえおかきくけこ山田太郎花子佐藤鈴木カタカナ';
const THAI = 'สมชายใจดีขอบคุณ';
const OTHERS = 'ÄÖÜßŁ한국이름張偉陳０１２３４５６７８９๑๒๓①½☎';
const word = (letters: string) =>
  fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 }).map((all) => all.join(''));

/** What must never leave the page: names, words, telephone numbers, addresses. */
const secret = fc.oneof(
  word(JAPANESE),
  word(THAI),
  word(OTHERS),
  word('ABCDEFGHIJKLMNOPQRSTUVWZ'),
  fc.stringMatching(/^0\d{9}$/),
  fc.webUrl(),
  fc.emailAddress(),
);

/** LINE's own attributes and those in which a page may hold anything. */
const HOLDERS = ['title', 'alt', 'src', 'href', 'value', 'id', 'style', 'aria-label', 'data-id', 'data-name'];

interface Node {
  readonly name: string;
  readonly text: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Node[];
}
const treeOf: (depth?: number) => fc.Arbitrary<Node> = fc.memo((depth) =>
  fc.record({
    name: fc.constantFrom('div', 'span', 'a', 'img', 'p', 'textarea', 'script', 'style', 'svg', 'x-own'),
    text: secret,
    attributes: fc.array(fc.tuple(fc.constantFrom(...HOLDERS), secret), { maxLength: 4 }),
    children: depth > 1 ? fc.array(treeOf(), { maxLength: 3 }) : fc.constant([]),
  }),
);

function build({ name, text, attributes, children }: Node): HTMLElement {
  const element = document.createElement(name);
  element.append(text, ...children.map(build));
  for (const [key, value] of attributes) element.setAttribute(key, value);
  return element;
}

function secretsOf({ text, attributes, children }: Node): readonly string[] {
  return [text, ...attributes.map(([, value]) => value), ...children.flatMap(secretsOf)];
}

describe('an outline', () => {
  test('never holds a text or an attribute’s value', async () => {
    await fc.assert(
      fc.property(treeOf(3), (page) => {
        const outline = skeletonOf(build(page));
        for (const hidden of secretsOf(page)) expect(outline).not.toContain(hidden);
        // No letter, number or sign but of the names that LINE's code and this outline are written in.
        expect(outline).not.toMatch(/[^\p{ASCII}\p{P}\p{Z}]/u);
      }),
      { numRuns: 150 },
    );
  });

  test('holds what kind of text stands where', () => {
    const one = row({
      id: idAt(Date.UTC(2026, 10, 23)),
      text: '山田様、0312345678まで',
      time: '14:04',
      read: '既読',
    });
    expect(skeletonOf(run('outgoing', one))).toBe(
      [
        'div.chat.chat-text-dark.chat-reverse.chat-success',
        '  div.avatar.avatar-sm.rounded-circle',
        '  div.chat-content.w-min-0',
        '    div.chat-body.more[data-id~9{18}]',
        '      div.chat-main.w-max-480',
        '        div.chat-item.baloon',
        '          div.chat-item-text.user-select-text "x、9{10}x"',
        '      div.chat-sub',
        '        span "x"',
        '        span "9:9"',
      ].join('\n'),
    );
  });

  test('keeps the classes that LINE’s code writes, but none made from data, and of stamps the kind', () => {
    const mark = separator('今日', 1_795_359_600_000);
    mark.classList.add('user-U0123456789abcdef', 'https://example.com/山田');
    expect(skeletonOf(mark).split('\n')[0]).toBe(
      'div.chatsys.chatsys-date.dropdown.?.?[data-timestamp~9{13}]',
    );
  });

  test('shows three of a kind, however many there are', () => {
    const rows = Array.from({ length: 500 }, (_, n) => row({ id: idAt(Date.UTC(2026, 10, 23) + n * 1000) }));
    const lines = skeletonOf(run('outgoing', ...rows)).split('\n');
    expect(lines.filter((line) => line.includes('.chat-body'))).toHaveLength(3);
    expect(lines).toContain('    …');
  });

  test('stays short for a page of any size and depth', () => {
    let deep: HTMLElement = el('div', 'end');
    for (let depth = 0; depth < 60; depth++) deep = el('div', `level-${depth}`, deep);
    const unlike = Array.from({ length: 1_600 }, (_, n) => el('p', (n % 2 === 0 ? 'a' : 'b').repeat(40)));
    expect(skeletonOf(deep)).not.toContain('end');
    expect(skeletonOf(el('div', '', ...unlike))).toHaveLength(60_000);
  });

  test('of a whole chat page names no person and no account', () => {
    const page = chatPage(messageList(day(separator('昨日'), run('incoming', row({ text: 'もしもし' })))));
    expect(skeletonOf(page)).not.toMatch(/山田|まるやま|もしもし|昨日/);
    expect(skeletonOf(page)).toContain('chatsys-date');
  });
});
