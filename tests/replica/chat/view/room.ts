import { switches } from '../active-switches.ts';
import type { Conversation } from '../content/conversations.ts';
import { element, setClasses, withId } from '../dom.ts';
import { labels } from '../locale.ts';
import { Composer, type ComposerEvents } from './composer.ts';
import { icon } from './icon.ts';
import { RoomBody, type RoomBodyEvents } from './room-body.ts';

/** The middle column: name and status above, messages, composer below. */
export class Room {
  readonly element = withId(element('div'), 'content-secondary');
  readonly #name = element('h4', 'mb-0 text-truncate');
  readonly #members = element('span', 'text-muted small sub-header-members');
  readonly #followUp = element('a', 'btn btn-sm btn-outline-info', labels.room.followUp);
  readonly #resolved = element('a', 'btn btn-sm btn-outline-info', labels.room.resolved);
  readonly #header: HTMLElement;
  readonly #composer: Composer;
  readonly #events: RoomBodyEvents;
  #conversation: Conversation | null = null;
  #body: RoomBody | null = null;

  constructor(events: RoomBodyEvents, composerEvents: ComposerEvents) {
    this.#events = events;
    this.#composer = new Composer(composerEvents);
    const status = element('div', 'sub-header-status', this.#followUp, this.#resolved);
    this.#header = element(
      'div',
      'sub-header',
      element('div', 'sub-header-title', this.#name, this.#members),
      status,
    );
    this.#followUp.addEventListener('click', (event) => this.#toggle(event, 'follow-up'));
    this.#resolved.addEventListener('click', (event) => this.#toggle(event, 'resolved'));
    for (const button of [this.#followUp, this.#resolved]) button.href = '#';
    this.#showEmpty();
  }

  /** The messages of the open conversation; null while none is open. */
  get body(): RoomBody | null {
    return this.#body;
  }

  show(conversation: Conversation | null): void {
    this.#conversation = conversation;
    if (conversation === null) {
      this.#showEmpty();
      return;
    }
    this.#showHeader(conversation);
    const patched = switches.room === 'patch' ? this.#body : null;
    const body = patched ?? new RoomBody(conversation, this.#events);
    this.#body = body;
    if (patched === null) this.element.replaceChildren(this.#header, body.element, this.#composer.element);
    body.open(conversation, patched === null ? 'keyed' : 'positional');
    this.#composer.clear();
  }

  #showEmpty(): void {
    this.#body = null;
    this.element.replaceChildren(
      element('div', 'room-empty text-muted', icon('lar la-comments'), element('p', '', labels.room.choose)),
    );
  }

  #showHeader({ name, cast, kind, status }: Conversation): void {
    this.#name.textContent = name;
    this.#members.textContent = kind === 'user' ? '' : `(${cast.members.length})`;
    const buttonClasses = (on: boolean): string =>
      `btn btn-sm ${on ? 'btn-outline-success' : 'btn-outline-info'}`;
    setClasses(this.#followUp, buttonClasses(status === 'follow-up'));
    setClasses(this.#resolved, buttonClasses(status === 'resolved'));
  }

  #toggle(event: Event, status: 'follow-up' | 'resolved'): void {
    event.preventDefault();
    if (this.#conversation === null) return;
    this.#conversation.status = this.#conversation.status === status ? 'none' : status;
    this.#showHeader(this.#conversation);
  }
}
