import { type Clock, SECOND } from '../../domain/clock.ts';
import { type ChatPlace, isSamePlace, readChatPath } from '../../domain/line-address.ts';
import type { AccountId } from '../../domain/unsend/identity.ts';
import { PcClock } from '../../domain/unsend/pc-clock.ts';
import { Listeners } from '../../platform/listeners.ts';
import { skeletonOf } from '../skeleton.ts';
import { watchRoute } from '../watch-route.ts';
import { readAccountName } from './account-name.ts';
import { chatAnchors } from './anchors.ts';
import { CarriedOver } from './carried-over.ts';
import type { ChatPage, Conversation, PageHealth } from './chat-page.ts';
import {
  conversationHealth,
  healthAtUnknownAddress,
  healthWithoutList,
  type SeenHealth,
} from './conversation-health.ts';
import { HealthWatch } from './health-watch.ts';
import { OpenConversation } from './open-conversation.ts';
import { Presses } from './presses.ts';
import { findRows, scrollerOf } from './row-finder.ts';
import type { Surroundings } from './surroundings.ts';

/** How long LINE may take to show a conversation before its absence counts as a changed page. */
const LOADING_TAKES_MS = 6 * SECOND;
/** Health is looked at after the page has been quiet for this long. */
const SETTLES_AFTER_MS = 1.5 * SECOND;

/** Opens LINE's chat page. Ends with `signal`, and then no observer, listener or timer is left. */
export function openChatPage(document: Document, clock: Clock, signal: AbortSignal): ChatPage {
  return new LiveChatPage(document, clock, signal);
}

interface Opened {
  readonly conversation: OpenConversation;
  readonly lifetime: AbortController;
}

class LiveChatPage implements ChatPage {
  readonly #document: Document;
  readonly #around: Surroundings;
  readonly #conversationListeners = new Listeners<Opened>();
  readonly #health: HealthWatch;
  readonly #observer: MutationObserver;
  /** undefined: not looked at yet. */
  #route: ChatPlace | null | undefined;
  #opened: Opened | null = null;
  #carriedOver: CarriedOver;

  constructor(document: Document, clock: Clock, signal: AbortSignal) {
    this.#document = document;
    this.#around = {
      document,
      clock,
      pcClock: new PcClock(clock, () => performance.now()),
      presses: new Presses(document, clock, signal),
    };
    this.#carriedOver = new CarriedOver([], clock);
    this.#health = new HealthWatch(document, {
      look: () => this.#lookAtHealth(),
      clockCorrection: () => this.#clockCorrection(),
    });
    this.#observer = new MutationObserver((records) => this.#look(records));
    chatAnchors.onChange(() => this.#readAnew(), signal);
    watchRoute(document, () => this.#followRoute(), signal);
    document.addEventListener('visibilitychange', () => this.#cameIntoView(), { signal });
    signal.addEventListener('abort', () => this.#end(), { once: true });
    this.#followRoute();
  }

  account(): AccountId | null {
    return this.#route?.account ?? null;
  }

  accountName(): string | null {
    return readAccountName(this.#document);
  }

  language(): string {
    return this.#document.documentElement.lang;
  }

  onConversation(
    listener: (conversation: Conversation, open: AbortSignal) => void,
    signal: AbortSignal,
  ): void {
    const call = ({ conversation, lifetime }: Opened) =>
      listener(conversation, AbortSignal.any([lifetime.signal, signal]));
    this.#conversationListeners.add(call, signal);
    if (this.#opened !== null) call(this.#opened);
  }

  onHealth(listener: (health: PageHealth) => void, signal: AbortSignal): void {
    this.#health.onChange(listener, signal);
  }

  skeleton(): string {
    return skeletonOf(this.#document.documentElement);
  }

  #followRoute(): void {
    const route = readChatPath(this.#document.location.pathname);
    if (this.#route !== undefined && isSamePlace(route, this.#route)) return;
    this.#route = route;
    this.#around.presses.clear();
    const left = this.#opened?.conversation;
    this.#carriedOver = new CarriedOver(left?.presence.of(left.rows()) ?? [], this.#around.clock);
    this.#close();
    this.#health.cancel();
    if (route === null || route.conversation === null) {
      this.#health.tell('idle');
      this.#health.within(LOADING_TAKES_MS);
      return;
    }
    this.#health.tell('starting');
    this.#search([this.#document.documentElement]);
  }

  /** While no list is known everything that is added is searched; afterwards only the list's ancestors are watched. */
  #look(records: readonly MutationRecord[]): void {
    this.#followRoute();
    if (this.#opened?.conversation.list.isConnected) return;
    const wasOpen = this.#opened !== null;
    this.#close();
    const added = records
      .flatMap((record) => [...record.addedNodes])
      .filter((node) => node instanceof Element);
    this.#search(wasOpen ? [this.#document.documentElement] : added);
  }

  #search(roots: readonly Element[]): void {
    const address = this.#route;
    if (!address?.conversation || this.#opened !== null) return;
    for (const root of roots) {
      const [row] = findRows(root).rows;
      const list = row === undefined ? null : scrollerOf(row);
      if (list === null) continue;
      this.#open({ account: address.account, conversation: address.conversation }, list);
      return;
    }
    this.#observer.disconnect();
    this.#observer.observe(this.#document, { childList: true, subtree: true });
    this.#health.within(LOADING_TAKES_MS);
  }

  #open(address: ConstructorParameters<typeof OpenConversation>[0], list: HTMLElement): void {
    this.#observer.disconnect();
    for (let node: Node | null = list.parentNode; node !== null; node = node.parentNode) {
      this.#observer.observe(node, { childList: true });
    }
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const conversation = new OpenConversation(address, list, this.#around, this.#carriedOver, signal);
    this.#opened = { conversation, lifetime };
    this.#conversationListeners.tell(this.#opened);
    conversation.onRows(({ rejudge }) => {
      this.#followRoute();
      this.#health.within(rejudge ? 0 : SETTLES_AFTER_MS);
    }, signal);
    conversation.onView(() => this.#health.within(SETTLES_AFTER_MS), signal);
    this.#health.within(SETTLES_AFTER_MS);
  }

  /** What is looked for next gets its own time to appear. */
  #close(): void {
    if (this.#opened === null) return;
    this.#opened.lifetime.abort();
    this.#opened = null;
    this.#health.cancel();
  }

  #readAnew(): void {
    this.#close();
    this.#search([this.#document.documentElement]);
  }

  #cameIntoView(): void {
    this.#health.within(this.#opened === null ? LOADING_TAKES_MS : SETTLES_AFTER_MS);
  }

  #lookAtHealth(): SeenHealth | null {
    if (!this.#route?.conversation) return healthAtUnknownAddress(this.#document);
    return this.#opened === null
      ? healthWithoutList(this.#document)
      : conversationHealth(this.#opened.conversation);
  }

  #clockCorrection(): number | null {
    const isDoubted = this.#opened !== null && this.#opened.conversation.now() === null;
    return isDoubted ? null : this.#around.pcClock.correction();
  }

  #end(): void {
    this.#observer.disconnect();
    this.#health.cancel();
    this.#close();
  }
}
