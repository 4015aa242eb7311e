import { type Clock, SECOND } from '../../domain/clock.ts';
import type { AccountId } from '../../domain/unsend/identity.ts';
import { PcClock } from '../../domain/unsend/pc-clock.ts';
import { skeletonOf } from '../skeleton.ts';
import type { ChatPage, Conversation, PageHealth } from './chat-page.ts';
import { conversationHealth, healthWithoutList } from './conversation-health.ts';
import { Listeners } from './listeners.ts';
import { OpenConversation, type Surroundings } from './open-conversation.ts';
import { Presses } from './presses.ts';
import { part } from './read-row.ts';
import { type ChatRoute, readRoute } from './route.ts';
import { findRows, scrollerOf } from './row-finder.ts';
import { SoonestTimer } from './soonest-timer.ts';
import { watchRoute } from './watch-route.ts';

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
  readonly #healthListeners = new Listeners<PageHealth>();
  readonly #observer: MutationObserver;
  /** undefined: not looked at yet. */
  #route: ChatRoute | null | undefined;
  #opened: Opened | null = null;
  #health: PageHealth = { state: 'starting', problems: [], anchors: {} };
  readonly #healthCheck = new SoonestTimer(() => this.#checkHealth());

  constructor(document: Document, clock: Clock, signal: AbortSignal) {
    this.#document = document;
    this.#around = {
      document,
      clock,
      pcClock: new PcClock(),
      presses: new Presses(document, clock, signal),
    };
    this.#observer = new MutationObserver((records) => this.#look(records));
    watchRoute(document, () => this.#followRoute(), signal);
    document.addEventListener('visibilitychange', () => this.#cameIntoView(), { signal });
    signal.addEventListener('abort', () => this.#end(), { once: true });
    this.#followRoute();
  }

  account(): AccountId | null {
    return this.#route?.account ?? null;
  }

  accountName(): string | null {
    const text = part(this.#document.documentElement, 'accountName')?.textContent ?? '';
    // LINE may write the account's id beside its name.
    return text.replace(/@[\w.-]+\s*$/, '').trim() || null;
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
    this.#healthListeners.add(listener, signal);
    listener(this.#health);
  }

  skeleton(): string {
    return skeletonOf(this.#document.documentElement);
  }

  #followRoute(): void {
    const route = readRoute(this.#document.location.pathname);
    if (this.#route !== undefined && isSameRoute(route, this.#route)) return;
    this.#route = route;
    this.#around.presses.clear();
    this.#close();
    this.#healthCheck.cancel();
    if (route === null || route.conversation === null) {
      this.#tellHealth({ state: 'idle', problems: [], anchors: {} });
      return;
    }
    this.#tellHealth({ state: 'starting', problems: [], anchors: {} });
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
    this.#checkHealthSoon(LOADING_TAKES_MS);
  }

  #open(address: ConstructorParameters<typeof OpenConversation>[0], list: HTMLElement): void {
    this.#observer.disconnect();
    for (let node: Node | null = list.parentNode; node !== null; node = node.parentNode) {
      this.#observer.observe(node, { childList: true });
    }
    const lifetime = new AbortController();
    const conversation = new OpenConversation(address, list, this.#around, lifetime.signal);
    this.#opened = { conversation, lifetime };
    this.#conversationListeners.tell(this.#opened);
    conversation.onRows(({ rejudge }) => this.#rowsChanged(rejudge), lifetime.signal);
    conversation.onView(() => this.#checkHealthSoon(SETTLES_AFTER_MS), lifetime.signal);
    this.#checkHealthSoon(SETTLES_AFTER_MS);
  }

  #rowsChanged(rejudge: boolean): void {
    this.#followRoute();
    this.#checkHealthSoon(rejudge ? 0 : SETTLES_AFTER_MS);
  }

  /** What is looked for next gets its own time to appear. */
  #close(): void {
    if (this.#opened === null) return;
    this.#opened.lifetime.abort();
    this.#opened = null;
    this.#healthCheck.cancel();
  }

  #cameIntoView(): void {
    this.#checkHealthSoon(this.#opened === null ? LOADING_TAKES_MS : SETTLES_AFTER_MS);
  }

  /** Only what is in view tells anything, so nothing is looked at in a hidden tab. */
  #checkHealthSoon(afterMs: number): void {
    if (!this.#document.hidden) this.#healthCheck.within(afterMs);
  }

  #checkHealth(): void {
    if (this.#document.hidden || !this.#route?.conversation) return;
    this.#tellHealth(
      this.#opened === null
        ? healthWithoutList(this.#document)
        : conversationHealth(this.#opened.conversation),
    );
  }

  #tellHealth(health: PageHealth): void {
    const same = JSON.stringify(health) === JSON.stringify(this.#health);
    this.#health = health;
    if (!same) this.#healthListeners.tell(health);
  }

  #end(): void {
    this.#observer.disconnect();
    this.#healthCheck.cancel();
    this.#close();
  }
}

function isSameRoute(a: ChatRoute | null, b: ChatRoute | null): boolean {
  return a?.account === b?.account && a?.conversation === b?.conversation;
}
