import type { UnsendStatus } from '../../domain/unsend/status.ts';
import type { OutgoingMessage } from '../../line/chat/chat-page.ts';
import type { BadgeSize } from './badge-size.ts';
import type { BadgeWords } from './badge-words.ts';

export const BADGE_NAME = 'matta-badge';

/** Set by {@link Badge.show}; numbers are epoch ms. An attribute is absent where its value is not known. */
const ATTRIBUTES = {
  state: 'data-state',
  urgent: 'data-urgent',
  sentAt: 'data-sent-at',
  safeUntil: 'data-safe-until',
  source: 'data-source',
  messageId: 'data-message-id',
  size: 'data-size',
} as const;

/** One badge: an element with one text node. Everything is written only where it differs from what stands there. */
export class Badge {
  readonly element: HTMLElement;
  readonly #text: Text;
  #label = '';
  #sentence = '';

  constructor(document: Document) {
    this.element = document.createElement(BADGE_NAME);
    this.#text = document.createTextNode('');
    this.element.append(this.#text);
    this.element.setAttribute('role', 'button');
    this.element.setAttribute('tabindex', '-1');
  }

  /** Shows what is known of a message. */
  show(message: OutgoingMessage, status: UnsendStatus, words: BadgeWords, size: BadgeSize): void {
    const { sendTime, id } = message;
    this.#set(ATTRIBUTES.state, status.state);
    this.#set(ATTRIBUTES.urgent, status.state === 'warn' && status.urgent ? '' : null);
    this.#set(ATTRIBUTES.sentAt, sendTime === null ? null : String(sendTime.earliest));
    this.#set(ATTRIBUTES.safeUntil, 'safeUntil' in status ? String(status.safeUntil) : null);
    this.#set(ATTRIBUTES.source, sendTime?.source ?? null);
    this.#set(ATTRIBUTES.messageId, id);
    this.#set(ATTRIBUTES.size, size);
    const label = words.label(status, size !== 'full');
    if (label !== this.#label) {
      this.#label = label;
      this.#text.data = label;
    }
    const sentence = words.sentence(message, status);
    if (sentence === this.#sentence) return;
    // A description, so that the name is what is to be seen: voice control goes by that.
    this.#sentence = sentence;
    this.element.setAttribute('aria-description', sentence);
    this.element.title = words.tooltip(message, status);
  }

  /** Whether the Tab key stops here. */
  setTabStop(isStop: boolean): void {
    this.#set('tabindex', isStop ? '0' : '-1');
  }

  #set(name: string, value: string | null): void {
    if (this.element.getAttribute(name) === value) return;
    if (value === null) this.element.removeAttribute(name);
    else this.element.setAttribute(name, value);
  }
}
