import { chatPath } from '../addresses.ts';
import type { UnsendOutcome } from '../switches.ts';
import { switches } from './active-switches.ts';
import { followClock, now } from './clock.ts';
import { type Conversation, createConversations } from './content/conversations.ts';
import { labels, shop, zone } from './locale.ts';
import { Server } from './server.ts';
import { ConversationList } from './view/list.ts';
import { openMessageMenu } from './view/message-menu.ts';
import { Profile } from './view/profile.ts';
import { Room } from './view/room.ts';
import type { RowView } from './view/row-view.ts';
import { Shell } from './view/shell.ts';

const RERENDER_MS = 5000;
const DATE_CHECK_MS = 1000;

/** The chat page: joins address, conversations, columns and the imagined server. */
export class ChatApp {
  readonly conversations = createConversations({ shop, labels, zone, switches, now: now() });
  readonly server = new Server({ onChange: (conversation, change) => this.#onChange(conversation, change) });
  readonly list = new ConversationList(this.conversations, {
    onOpen: (conversation) => this.open(conversation),
  });
  readonly room = new Room(
    { onTop: () => this.#onTop(), onMenu: (row, button) => this.#onMenu(row, button) },
    { onSend: (content) => this.server.send(this.current(), content) },
  );
  readonly #profile = new Profile();
  readonly #shell = new Shell([this.list.element, this.room.element, this.#profile.element]);
  #current: Conversation | null = null;
  #loadingOlder = false;
  #today = zone.dayNumberOf(now());

  /** Puts the page into the document and opens what the address names. */
  start(signal: AbortSignal): void {
    document.body.append(this.#shell.element);
    followClock(() => this.refreshDates(), signal);
    addEventListener('popstate', () => this.#show(this.#fromAddress()), { signal });
    const ticks = setInterval(() => this.#passTime(), DATE_CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(ticks));
    if (switches.rerender === 'drop') {
      const renderings = setInterval(() => this.room.body?.clean(), RERENDER_MS);
      signal.addEventListener('abort', () => clearInterval(renderings));
    }
    this.#show(this.#fromAddress());
  }

  /** The open conversation. @throws RangeError while none is open. */
  current(): Conversation {
    if (this.#current === null) throw new RangeError('no conversation is open');
    return this.#current;
  }

  /** Opens a conversation without reloading the page. */
  open(conversation: Conversation): void {
    if (conversation === this.#current) return;
    history.pushState(null, '', chatPath(conversation.chatId) + location.search);
    this.#show(conversation);
  }

  /** Puts a page of older items in front; answers how many. */
  older(): number {
    const conversation = this.current();
    const { timeline, history: past } = conversation;
    const items = past.before(timeline.oldest?.sentAt ?? now());
    timeline.prepend(items);
    this.room.body?.showOlder(items.length);
    return items.length;
  }

  unsend(conversation: Conversation, id: string, outcome: UnsendOutcome = switches.unsend): void {
    this.server.unsend(conversation, id, outcome);
  }

  /** Writes dates and times again, after midnight or a moved clock. */
  refreshDates(): void {
    this.#today = zone.dayNumberOf(now());
    this.list.update(this.#current);
    this.room.body?.update(false);
  }

  #passTime(): void {
    if (zone.dayNumberOf(now()) !== this.#today) this.refreshDates();
  }

  #show(conversation: Conversation | null): void {
    this.#current = conversation;
    this.#loadingOlder = false;
    document.title = conversation === null ? shop.name : `${conversation.name} | ${shop.name}`;
    this.room.show(conversation);
    this.#profile.show(conversation);
    if (conversation !== null) conversation.unread = 0;
    this.#refreshList();
  }

  #refreshList(): void {
    this.list.update(this.#current);
    this.#shell.showUnread(this.conversations.reduce((sum, conversation) => sum + conversation.unread, 0));
  }

  #onChange(
    conversation: Conversation,
    change: { readonly follow: boolean; readonly replaced?: string },
  ): void {
    if (conversation === this.#current) {
      if (change.replaced !== undefined) this.room.body?.forget(change.replaced);
      this.room.body?.update(change.follow);
      if (switches.rerender === 'drop') this.room.body?.clean();
    }
    this.#refreshList();
  }

  #onTop(): void {
    const conversation = this.#current;
    if (conversation === null || conversation.pagesLeft === 0 || this.#loadingOlder) return;
    this.#loadingOlder = true;
    this.server.afterLatency(() => {
      if (this.#current !== conversation) return;
      this.#loadingOlder = false;
      conversation.pagesLeft -= 1;
      this.older();
    });
  }

  #onMenu(row: RowView, button: Element): void {
    const { message } = row;
    const conversation = this.current();
    if (message === null) return;
    openMessageMenu(button, message, () => {
      const { id } = message;
      if (id !== null) this.server.afterLatency(() => this.unsend(conversation, id));
    });
  }

  #fromAddress(): Conversation | null {
    return this.conversations.find(({ chatId }) => location.pathname === chatPath(chatId)) ?? null;
  }
}
