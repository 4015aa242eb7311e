import type { Conversation } from '../content/conversations.ts';
import { element, setAttributes, toggleClass } from '../dom.ts';
import { dayLabels, labels } from '../locale.ts';
import type { Message } from '../model/message.ts';
import { avatarImage } from './avatar.ts';
import { icon } from './icon.ts';

/** One conversation in the list. */
export class ListRow {
  readonly conversation: Conversation;
  readonly element: HTMLElement;
  readonly #preview = element('div', 'text-muted small text-truncate-box');
  readonly #time = element('div', 'datetime text-right');
  readonly #dot = element('span', 'badge badge-pin badge-primary');

  constructor(conversation: Conversation, onOpen: (conversation: Conversation) => void) {
    this.conversation = conversation;
    const { kind, name } = conversation;
    const menu = element('a', 'dropdown-toggle', icon('lar la-ellipsis-vertical'));
    setAttributes(menu, { href: '#', role: 'button', 'aria-label': labels.list.rowMenu });
    menu.addEventListener('click', (event) => event.preventDefault());
    const avatar = avatarImage(kind === 'user' ? 'person' : 'group', name, 'avatars-one');
    const texts = element(
      'div',
      'list-texts',
      element('h6', 'text-truncate text-truncate-box', name),
      this.#preview,
    );
    const link = element(
      'a',
      'd-flex w-100 justify-content-center',
      element('div', 'avatars', avatar),
      texts,
      element('div', 'list-end', this.#time, this.#dot),
    );
    link.href = '#';
    link.addEventListener('click', (event) => {
      event.preventDefault();
      onOpen(conversation);
    });
    this.element = element('div', 'list-group-item list-group-item-chat', menu, link);
  }

  /** Epoch ms of the newest message. */
  get newestAt(): number {
    return this.conversation.timeline.newestMessage?.sentAt ?? 0;
  }

  matches(search: string): boolean {
    const newest = this.conversation.timeline.newestMessage;
    const preview = newest === undefined ? '' : previewOf(newest);
    return `${this.conversation.name} ${preview}`.toLowerCase().includes(search);
  }

  update(now: number): void {
    const newest = this.conversation.timeline.newestMessage;
    replaceText(this.#preview, newest === undefined ? '' : previewOf(newest));
    replaceText(this.#time, newest === undefined ? '' : dayLabels.listTime(newest.sentAt, now));
    replaceText(this.#dot, this.conversation.unread > 0 ? String(this.conversation.unread) : '');
    this.#dot.hidden = this.conversation.unread === 0;
  }

  activate(active: boolean): void {
    toggleClass(this.element, 'active', active);
  }

  /** Changes the row in a way that means nothing, as presence and typing marks do. */
  flicker(): void {
    toggleClass(this.#time, 'is-fresh', !this.#time.matches('[data-fresh]'));
    this.#time.toggleAttribute('data-fresh');
    const preview = this.#preview.textContent ?? '';
    this.#preview.replaceChildren(preview);
  }
}

function previewOf({ content, unsentAs }: Message): string {
  if (unsentAs !== null) return labels.unsend.notice;
  switch (content.type) {
    case 'text':
      return content.text;
    case 'sticker':
      return `[${labels.message.sticker}]`;
    case 'image':
      return `[${labels.message.photo}]`;
    case 'voice':
      return `[${labels.message.voice}]`;
    case 'file':
      return content.name;
    case 'card':
    case 'location':
      return content.title;
  }
}

function replaceText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
