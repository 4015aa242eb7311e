import type { Instant } from '../../src/domain/clock.ts';
import type { AccountId, ConversationId, MessageId } from '../../src/domain/unsend/identity.ts';
import type { JudgedMessage } from '../../src/domain/unsend/status.ts';
import type {
  ChatPage,
  Conversation,
  OutgoingMessage,
  PageHealth,
  RowsChanged,
  UnsentMessage,
} from '../../src/line/chat/chat-page.ts';
import { Listeners } from '../../src/platform/listeners.ts';
import { ACCOUNT, CUSTOMER } from './conversation-bench.ts';
import { messageId, sendTime } from './sent-messages.ts';

/** An outgoing text message of an instant, with an id that is as good as LINE's. */
export function outgoing(at: Instant | null, change: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const time = at === null ? null : sendTime(at);
  return { id: messageId(`m${at}`), kind: 'text', sendTime: time, ...change };
}

/** A conversation at the port: rows are bare elements in `list`, and mean what a test says. */
export class FakeConversation implements Conversation {
  readonly account: AccountId;
  readonly id: ConversationId;
  readonly list = document.createElement('main');
  /** What has to be added to the computer's clock; null: it is wrong by too much. */
  correction: number | null = 0;
  widthPx = 900;
  distrusted = false;
  /** False for rows that may be those of the conversation that was open before. */
  surelyBelongs = (_row: HTMLElement): boolean => true;
  /** Which rows are near the view; null: all. */
  nearView: readonly HTMLElement[] | null = null;
  readonly remembered = new Map<MessageId, JudgedMessage['sendTime']>();
  readonly #messages = new Map<HTMLElement, OutgoingMessage | null>();
  readonly #rows = new Listeners<RowsChanged>();
  readonly #view = new Listeners<void>();
  readonly #unsent = new Listeners<UnsentMessage>();
  readonly #clock: { now(): Instant };

  constructor(clock: { now(): Instant }, change: { id?: ConversationId; account?: AccountId } = {}) {
    this.#clock = clock;
    this.account = change.account ?? ACCOUNT;
    this.id = change.id ?? CUSTOMER;
    document.body.append(this.list);
  }

  now(): Instant | null {
    return this.correction === null ? null : this.#clock.now() + this.correction;
  }

  idsDistrusted(): boolean {
    return this.distrusted;
  }

  rows(): readonly HTMLElement[] {
    return [...this.list.children].filter((child) => child instanceof HTMLElement);
  }

  rowsNearView(): readonly HTMLElement[] {
    return this.nearView ?? this.rows();
  }

  width(): number {
    return this.widthPx;
  }

  messageOf(row: HTMLElement): OutgoingMessage | null {
    return this.#messages.get(row) ?? null;
  }

  onRows(listener: (change: RowsChanged) => void, signal: AbortSignal): void {
    this.#rows.add(listener, signal);
  }

  onView(listener: () => void, signal: AbortSignal): void {
    this.#view.add(listener, signal);
  }

  onUnsent(listener: (unsent: UnsentMessage) => void, signal: AbortSignal): void {
    this.#unsent.add(listener, signal);
  }

  remember(known: ReadonlyMap<MessageId, JudgedMessage['sendTime']>): void {
    for (const [id, time] of known) this.remembered.set(id, time);
  }

  /** Puts rows at the end and tells of them; null: a row on which nothing may be said. */
  add(...messages: readonly (OutgoingMessage | null)[]): HTMLElement[] {
    const added = messages.map((message) => {
      const row = document.createElement('div');
      row.append('LINE');
      this.#messages.set(row, message);
      this.list.append(row);
      return row;
    });
    this.tell({ added });
    return added;
  }

  /** A row means something else from now on. */
  change(row: HTMLElement, message: OutgoingMessage | null): void {
    this.#messages.set(row, message);
    this.tell({ changed: new Set([row]) });
  }

  tell(change: Partial<RowsChanged>): void {
    this.#rows.tell({ added: [], changed: new Set(), rejudge: false, ...change });
  }

  scroll(): void {
    this.#view.tell();
  }

  takeBack(unsent: UnsentMessage): void {
    this.#unsent.tell(unsent);
  }
}

/** LINE's page at the port. */
export class FakeChatPage implements ChatPage {
  name: string | null = 'まるやま洋菓子店';
  tag = 'ja';
  health: PageHealth = { state: 'starting', problems: [], anchors: {}, clockCorrectionMs: 0 };
  readonly #opened = new Listeners<{ conversation: Conversation; open: AbortSignal }>();
  readonly #health = new Listeners<PageHealth>();
  #present: { conversation: Conversation; open: AbortController } | null = null;

  account(): AccountId | null {
    return this.#present?.conversation.account ?? ACCOUNT;
  }

  accountName(): string | null {
    return this.name;
  }

  language(): string {
    return this.tag;
  }

  onConversation(listener: (conversation: Conversation, open: AbortSignal) => void, signal: AbortSignal) {
    const call = ({ conversation, open }: { conversation: Conversation; open: AbortSignal }) =>
      listener(conversation, AbortSignal.any([open, signal]));
    this.#opened.add(call, signal);
    if (this.#present !== null) call({ ...this.#present, open: this.#present.open.signal });
  }

  onHealth(listener: (health: PageHealth) => void, signal: AbortSignal): void {
    this.#health.add(listener, signal);
    listener(this.health);
  }

  skeleton(): string {
    return 'html';
  }

  /** Another conversation is opened; null: none. */
  open(conversation: Conversation | null): void {
    this.#present?.open.abort();
    this.#present = conversation === null ? null : { conversation, open: new AbortController() };
    if (conversation !== null && this.#present !== null)
      this.#opened.tell({ conversation, open: this.#present.open.signal });
  }

  tellHealth(state: PageHealth['state'], ...problems: PageHealth['problems']): void {
    this.health = { state, problems, anchors: {}, clockCorrectionMs: 0 };
    this.#health.tell(this.health);
  }
}
