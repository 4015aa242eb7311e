import { element } from '../dom.ts';
import type { Notice } from '../model/message.ts';

/** A system row in the middle of the list. */
export class NoticeView {
  readonly type = 'notice';
  readonly #text = element('div', 'chatsys-content');
  readonly element = element('div', 'chatsys', this.#text);
  notice: Notice | null = null;

  show(notice: Notice): void {
    this.notice = notice;
    if (this.#text.textContent !== notice.text) this.#text.textContent = notice.text;
  }
}
