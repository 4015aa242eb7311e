import type { Instant } from '../../domain/clock.ts';
import {
  type AccountId,
  type ConversationId,
  type MessageId,
  readMessageId,
} from '../../domain/unsend/identity.ts';
import type { SendTime } from '../../domain/unsend/send-time.ts';
import { Listeners } from '../../platform/listeners.ts';
import { type CarriedOver, RowPresence } from './carried-over.ts';
import {
  type Conversation,
  type OutgoingMessage,
  READ_AT_ONCE,
  type RowsChanged,
  type UnsentMessage,
} from './chat-page.ts';
import { DaySeparators } from './day-separators.ts';
import { LiveRows, type RowChange } from './live-rows.ts';
import { matchPresses } from './match-presses.ts';
import type { RowFacts } from './read-row.ts';
import { RowReadings } from './row-readings.ts';
import { SendTimes } from './send-times.ts';
import type { Surroundings } from './surroundings.ts';
import { UnsendWatch } from './unsend-watch.ts';
import { watchView } from './watch-view.ts';

/** One open conversation: rows, what they mean, and who is told when that changes. */
export class OpenConversation implements Conversation {
  readonly account: AccountId;
  readonly id: ConversationId;
  readonly list: HTMLElement;
  readonly live: LiveRows;
  readonly times: SendTimes;
  readonly presence: RowPresence;
  readonly #around: Surroundings;
  readonly #days = new DaySeparators();
  readonly #unsends: UnsendWatch;
  readonly #readings: RowReadings;
  /** Rows whose facts have not been compared with the rest of the page yet. */
  readonly #unchecked = new WeakSet<HTMLElement>();
  readonly #rowListeners = new Listeners<RowsChanged>();
  readonly #unsentListeners = new Listeners<UnsentMessage>();
  readonly #signal: AbortSignal;
  readonly #carriedOver: CarriedOver;
  #remembered: ReadonlyMap<MessageId, SendTime | null> = new Map();
  #version: string;

  constructor(
    address: { account: AccountId; conversation: ConversationId },
    list: HTMLElement,
    around: Surroundings,
    carriedOver: CarriedOver,
    signal: AbortSignal,
  ) {
    this.account = address.account;
    this.id = address.conversation;
    this.list = list;
    this.#around = around;
    this.#signal = signal;
    this.#carriedOver = carriedOver;
    this.#readings = new RowReadings(list, (row, facts) => {
      this.#unchecked.add(row);
      this.#unsends.note(row, facts);
    });
    this.presence = new RowPresence(around.clock);
    this.live = new LiveRows(list, (change) => this.#take(change), signal);
    this.times = new SendTimes({
      clock: around.clock,
      pcClock: around.pcClock,
      order: this.live.order,
      days: this.#days,
      factsOf: (row) => this.factsOf(row),
    });
    this.#unsends = new UnsendWatch(
      around.document,
      around.clock,
      (node) => this.live.rowAround(node),
      signal,
    );
    this.#version = this.times.version;
    this.live.start();
  }

  now(): Instant | null {
    return this.times.now();
  }

  rows(): readonly HTMLElement[] {
    return this.live.order.all;
  }

  rowsNearView(): readonly HTMLElement[] {
    const { top, bottom, height } = this.list.getBoundingClientRect();
    return this.live.order.between(top - height, bottom + height);
  }

  idsDistrusted(): boolean {
    return this.times.idsDistrusted;
  }

  surelyBelongs(row: HTMLElement): boolean {
    return !this.#carriedOver.has(row, this.factsOf(row).id);
  }

  width(): number {
    return this.list.clientWidth;
  }

  messageOf(row: HTMLElement): OutgoingMessage | null {
    const { direction, kind, state, id } = this.#checkedFactsOf(row);
    if (direction !== 'outgoing' || kind === null || state !== 'sent') return null;
    const messageId = readMessageId(id);
    if (messageId !== null && this.#unsends.has(messageId)) return null;
    const sendTime = this.times.of(row) ?? this.#rememberedTime(messageId);
    this.#rejudgeSoon();
    // The name that LINE's web client gives a message until the server has named it is no name to remember.
    const isNamed = this.times.decode(row).form !== 'client-sent';
    return { id: isNamed ? messageId : null, kind, sendTime };
  }

  onRows(listener: (change: RowsChanged) => void, signal: AbortSignal): void {
    this.#rowListeners.add(listener, signal);
  }

  onView(listener: () => void, signal: AbortSignal): void {
    watchView(this.list, listener, AbortSignal.any([signal, this.#signal]));
  }

  onUnsent(listener: (unsent: UnsentMessage) => void, signal: AbortSignal): void {
    this.#unsentListeners.add(listener, signal);
  }

  remember(known: ReadonlyMap<MessageId, SendTime | null>): void {
    this.#remembered = known;
    this.#rejudge();
  }

  /** What a row shows, read once until it changes. */
  factsOf(row: HTMLElement): RowFacts {
    return this.#readings.of(row);
  }

  /** LINE's class for the account's runs has proved useless: from now on rows are told apart by where they stand. */
  distrustClasses(): void {
    if (this.#readings.useLayout(this.rows())) this.#rejudge();
  }

  /** Facts are compared with the rest of the page once after each reading; that may change what other rows mean. */
  #checkedFactsOf(row: HTMLElement): RowFacts {
    const facts = this.factsOf(row);
    if (this.#unchecked.delete(row)) {
      this.times.check(row);
      this.#rejudgeSoon();
    }
    return facts;
  }

  /** Not at once: whoever asks about one row shall get an answer before being told to ask about all. */
  #rejudgeSoon(): void {
    if (this.times.version === this.#version) return;
    queueMicrotask(() => this.times.version !== this.#version && this.#rejudge());
  }

  #rejudge(): void {
    this.#version = this.times.version;
    this.#rowListeners.tell({ added: [], changed: new Set(), rejudge: true });
  }

  #take(change: RowChange): void {
    const now = this.#around.clock.now();
    this.presence.note(change.added);
    for (const element of change.others) this.#days.add(element, now);
    if (change.removed.size > 0) this.#days.prune();
    // An element that comes back may have been given another message meanwhile.
    this.#readings.forget([...change.added, ...change.changed]);
    const atOnce = change.added.length <= READ_AT_ONCE ? change : { ...change, added: [] };
    matchPresses(atOnce, this, this.#around);
    for (const row of [...atOnce.added, ...atOnce.changed]) this.#checkedFactsOf(row);
    const read = [...atOnce.added, ...atOnce.changed].map((row) => [row, this.factsOf(row)] as const);
    const unsent = this.#unsends.find(change, new Map(read));
    const rejudge = this.times.version !== this.#version;
    this.#version = this.times.version;
    this.#rowListeners.tell({ added: change.added, changed: change.changed, rejudge });
    for (const id of unsent) this.#tellUnsent(id, now);
  }

  #tellUnsent(id: string, at: Instant): void {
    const messageId = readMessageId(id);
    if (messageId !== null) this.#unsentListeners.tell({ id: messageId, at });
  }

  #rememberedTime(id: MessageId | null): SendTime | null {
    return id === null ? null : (this.#remembered.get(id) ?? null);
  }
}
