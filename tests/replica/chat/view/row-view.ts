import type { PracticeRowElement, RowTruth } from '../../practice-api.ts';
import { switches } from '../active-switches.ts';
import { element, removeForeignChildren, setAttributes, setChildren, setClasses, textNode } from '../dom.ts';
import { labels } from '../locale.ts';
import { dataIdOf } from '../model/data-id.ts';
import type { Content, Message } from '../model/message.ts';
import type { Row } from '../model/runs.ts';
import { balloon, rowContent, textElement } from './row-content.ts';
import { RowSub } from './row-sub.ts';

const views = new WeakMap<Element, RowView>();

/** The row that an element belongs to, or null. */
export function rowViewOf(target: Element | null): RowView | null {
  for (let node = target; node !== null; node = node.parentElement) {
    const view = views.get(node);
    if (view !== undefined) return view;
  }
  return null;
}

/** One message: `.chat-body` with the content in `.chat-main` and clock, marks and menu in `.chat-sub`. */
export class RowView {
  readonly element: PracticeRowElement = element('div');
  readonly #main = element('div', 'chat-main w-max-480');
  readonly #sub = new RowSub();
  #message: Message | null = null;
  #content: Content | null = null;
  /** The text of a text bubble, changed in place as a view library would. */
  #text: Text | null = null;

  constructor() {
    const parts = [this.#main, this.#sub.element];
    setChildren(this.element, switches.sub === 'before' ? parts.reverse() : parts);
    views.set(this.element, this);
    this.element.practiceTruth = () => this.truth(0);
  }

  get message(): Message | null {
    return this.#message;
  }

  /** Shows a message, touching only what differs from what is shown already. */
  show(row: Row, hasReadMarks: boolean): void {
    const { message } = row;
    setClasses(this.element, switches.more === 'yes' ? 'chat-body more' : 'chat-body');
    if (this.#message !== message) {
      setAttributes(this.element, { 'data-id': dataIdOf(message, switches) });
      this.#showContent(
        message.unsentAs === 'text' ? { type: 'text', text: labels.unsend.replacement } : message.content,
      );
    }
    this.#message = message;
    this.#sub.show(row, hasReadMarks);
  }

  /** Shows or hides the menu button that appears under the pointer. */
  hover(hovered: boolean): void {
    this.#sub.hover(hovered);
  }

  /** Takes out everything that the page did not make. */
  clean(): void {
    for (const part of [this.element, this.#main, this.#sub.element]) removeForeignChildren(part);
  }

  /** What is true of this row; null before it has shown anything. */
  truth(index: number): RowTruth | null {
    if (this.#message === null) return null;
    const { id, direction, kind, sentAt, state } = this.#message;
    return { index, id, dataId: this.element.getAttribute('data-id'), direction, kind, sentAt, state };
  }

  #showContent(content: Content): void {
    if (this.#content === content) return;
    this.#content = content;
    if (content.type !== 'text') {
      this.#text = null;
      setChildren(this.#main, rowContent(content, labels));
    } else if (this.#text !== null) {
      if (this.#text.data !== content.text) this.#text.data = content.text;
    } else {
      this.#text = textNode(content.text);
      setChildren(this.#main, [balloon(textElement(this.#text))]);
    }
  }
}
