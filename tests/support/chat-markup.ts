import { messageIdAt } from '../replica/chat/model/ids.ts';

/** Small builders of the chat page's documented element tree, with its alternatives as options. */

/** What the page does the same way in every row. */
export interface Shape {
  /** `.chat-body more` or plain `.chat-body`. */
  readonly more: boolean;
  /** Where the margin stands: LINE's order, or before the content. */
  readonly margin: 'after' | 'before';
  readonly time: 'span' | 'bare';
  readonly separator: '2026' | '2023';
}

const LINE_2026: Shape = { more: true, margin: 'after', time: 'span', separator: '2026' };

export interface RowSpec {
  /** `data-id`; left out: the row has none. */
  readonly id?: string;
  readonly content?: 'text' | 'sticker' | 'voice' | 'image' | 'card';
  readonly text?: string;
  readonly time?: string;
  readonly read?: string;
  /** Classes of an icon in the margin's menu place. */
  readonly icon?: string;
  readonly menu?: boolean;
  /** A remark in the margin. */
  readonly note?: string;
}

/** An element with class names, text and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  classes = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (classes !== '') element.className = classes;
  element.append(...children);
  return element;
}

/** The `data-id` of a message that LINE took at an instant; `low` tells messages of the same 10 ms apart. */
export function idAt(at: number, low = 1): string {
  return messageIdAt(at, low);
}

/** One message row. */
export function row(spec: RowSpec = {}, change: Partial<Shape> = {}): HTMLElement {
  const shape = { ...LINE_2026, ...change };
  const main = el('div', 'chat-main w-max-480', contentOf(spec));
  const margin = marginOf(spec, shape);
  const parts = shape.margin === 'after' ? [main, margin] : [margin, main];
  const element = el('div', shape.more ? 'chat-body more' : 'chat-body', ...parts);
  if (spec.id !== undefined) element.dataset['id'] = spec.id;
  return element;
}

function contentOf({ content = 'text', text = 'こんにちは' }: RowSpec): HTMLElement {
  const item = el('div', 'chat-item');
  switch (content) {
    case 'text':
      item.className = 'chat-item baloon';
      item.append(el('div', 'chat-item-text user-select-text', text));
      return item;
    case 'sticker':
      item.append(el('img', 'chat-item-sticker'));
      return item;
    case 'voice':
      item.append(el('div', 'chat-item-voice-text', '0:12'));
      return item;
    case 'image':
      item.append(el('img', 'rounded'));
      return item;
    case 'card':
      item.append(el('div', 'card', text));
      return item;
  }
}

function marginOf({ time, read, icon, menu, note }: RowSpec, shape: Shape): HTMLElement {
  const margin = el('div', 'chat-sub');
  if (icon !== undefined) margin.append(el('div', 'dropdown', el('i', icon)));
  if (menu === true) margin.append(menuButton());
  if (note !== undefined) margin.append(el('span', 'text-muted', note));
  if (read !== undefined) margin.append(el('span', '', read));
  if (time !== undefined) margin.append(shape.time === 'span' ? el('span', '', ` ${time} `) : ` ${time} `);
  return margin;
}

/** The hover menu's place with its button. Its label is no part of what a row says. */
export function menuButton(): HTMLElement {
  return el('div', 'dropdown', el('a', 'dropdown-toggle', '2:22'));
}

/** A block of one sender's rows. */
export function run(direction: 'incoming' | 'outgoing', ...rows: readonly HTMLElement[]): HTMLElement {
  const side = direction === 'outgoing' ? 'chat-reverse chat-success' : 'chat-secondary';
  return runOfClass(`chat chat-text-dark ${side}`, null, ...rows);
}

/** A block with class names and, unless null, a header of one's own. */
export function runOfClass(
  classes: string,
  header: string | null,
  ...rows: readonly HTMLElement[]
): HTMLElement {
  const content = el('div', 'chat-content w-min-0');
  if (header !== null) content.append(el('div', 'chat-header', el('span', '', header)));
  content.append(...rows);
  return el('div', classes, el('div', 'avatar avatar-sm rounded-circle'), content);
}

/** A line of the page's own, such as a notice. */
export function systemLine(text: string): HTMLElement {
  return el('div', 'chatsys', el('div', 'chatsys-content', text));
}

/** A date separator; `stamp` in epoch ms where the page has one. */
export function separator(label: string, stamp: number | null = null, form: '2026' | '2023' = '2026') {
  if (form === '2023') return systemLine(label);
  const element = el('div', 'chatsys chatsys-date dropdown', el('a', 'chatsys-content', ` ${label} `));
  element.append(el('div', 'v-portal'));
  if (stamp !== null) element.dataset['timestamp'] = String(stamp);
  return element;
}

/** One day: its separator and what stands under it. */
export function day(mark: HTMLElement, ...blocks: readonly HTMLElement[]): HTMLElement {
  return el('div', 'position-relative date-group', mark, ...blocks);
}

/** The scrolling list, with what it holds. */
export function messageList(...blocks: readonly HTMLElement[]): HTMLElement {
  const list = el('div', 'p-3 h-100 overflow-y-auto', ...blocks);
  list.style.overflowY = 'auto';
  return list;
}

/** The page around a list. */
export function chatPage(list: HTMLElement): HTMLElement {
  const account = el('div', 'dropdown btn-group', 'まるやま洋菓子店');
  const header = el('header', '', account);
  header.id = 'header';
  const room = el('div', '', el('div', 'sub-header', el('h4', 'mb-0', '山田')), el('div', '', list));
  room.id = 'content-secondary';
  return el('div', '', header, el('main', '', room));
}
