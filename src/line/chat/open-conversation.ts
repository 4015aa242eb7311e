import * as v from 'valibot';
import type { Clock, Instant } from '../../domain/clock.ts';
import {
  type AccountId,
  type ConversationId,
  type MessageId,
  messageIdSchema,
} from '../../domain/unsend/identity.ts';
import type { PcClock } from '../../domain/unsend/pc-clock.ts';
import type { SendTime } from '../../domain/unsend/send-time.ts';
import type { Conversation, OutgoingMessage, RowsChanged, UnsentMessage } from './chat-page.ts';
import { DaySeparators } from './day-separators.ts';
import type { DirectionMode } from './direction.ts';
import { Listeners } from './listeners.ts';
import { LiveRows, type RowChange } from './live-rows.ts';
import { matchPresses } from './match-presses.ts';
import type { Presses } from './presses.ts';
import { type RowFacts, readRow } from './read-row.ts';
import { isGroup } from './route.ts';
import { SendTimes } from './send-times.ts';
import { UnsendWatch } from './unsend-watch.ts';
import { watchView } from './watch-view.ts';

/** A change of at most this many rows is read at once; of a longer one, rows are read as they are asked for. */
const READ_AT_ONCE = 80;

/** What the page knows beyond one conversation. */
export interface Surroundings {
  readonly document: Document;
  readonly clock: Clock;
  readonly pcClock: PcClock;
  readonly presses: Presses;
}

/** One open conversation: rows, what they mean, and who is told when that changes. */
export class OpenConversation implements Conversation {
  readonly account: AccountId;
  readonly id: ConversationId;
  readonly isGroup: boolean;
  readonly list: HTMLElement;
  readonly live: LiveRows;
  readonly times: SendTimes;
  readonly #around: Surroundings;
  readonly #days = new DaySeparators();
  readonly #unsends: UnsendWatch;
  readonly #facts = new WeakMap<HTMLElement, RowFacts>();
  /** Rows whose facts have not been compared with the rest of the page yet. */
  readonly #unchecked = new WeakSet<HTMLElement>();
  readonly #rowListeners = new Listeners<RowsChanged>();
  readonly #unsentListeners = new Listeners<UnsentMessage>();
  readonly #signal: AbortSignal;
  #remembered: ReadonlyMap<MessageId, SendTime | null> = new Map();
  #mode: DirectionMode = 'class';
  #version: string;

  constructor(
    address: { account: AccountId; conversation: ConversationId },
    list: HTMLElement,
    around: Surroundings,
    signal: AbortSignal,
  ) {
    this.account = address.account;
    this.id = address.conversation;
    this.isGroup = isGroup(address.conversation);
    this.list = list;
    this.#around = around;
    this.#signal = signal;
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

  width(): number {
    return this.list.clientWidth;
  }

  messageOf(row: HTMLElement): OutgoingMessage | null {
    const { direction, kind, state, id } = this.#checkedFactsOf(row);
    if (direction !== 'outgoing' || kind === null || state !== 'sent') return null;
    const messageId = asMessageId(id);
    if (messageId !== null && this.#unsends.has(messageId)) return null;
    const sendTime = this.times.of(row) ?? this.#rememberedTime(messageId);
    this.#rejudgeSoon();
    return { id: messageId, kind, sendTime };
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
    const known = this.#facts.get(row);
    if (known !== undefined) return known;
    const facts = readRow(row, this.list, this.#mode);
    this.#facts.set(row, facts);
    this.#unchecked.add(row);
    return facts;
  }

  /** LINE's class for the account's runs has proved useless: from now on rows are told apart by where they stand. */
  distrustClasses(): void {
    if (this.#mode === 'layout') return;
    this.#mode = 'layout';
    for (const row of this.rows()) this.#facts.delete(row);
    this.#rejudge();
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
    for (const element of change.others) this.#days.add(element, now);
    if (change.removed.size > 0) this.#days.prune();
    // An element that comes back may have been given another message meanwhile.
    for (const row of [...change.added, ...change.changed]) this.#facts.delete(row);
    const atOnce = change.added.length <= READ_AT_ONCE ? change : { ...change, added: [] };
    matchPresses(atOnce, this, this.#around);
    for (const row of [...atOnce.added, ...atOnce.changed]) this.#checkedFactsOf(row);
    const unsent = this.#unsends.find(atOnce, (row) => this.factsOf(row));
    const rejudge = this.times.version !== this.#version;
    this.#version = this.times.version;
    this.#rowListeners.tell({ added: change.added, changed: change.changed, rejudge });
    for (const id of unsent) this.#tellUnsent(id, now);
  }

  #tellUnsent(id: string, at: Instant): void {
    const messageId = asMessageId(id);
    if (messageId !== null) this.#unsentListeners.tell({ id: messageId, at });
  }

  #rememberedTime(id: MessageId | null): SendTime | null {
    return id === null ? null : (this.#remembered.get(id) ?? null);
  }
}

function asMessageId(id: string | null): MessageId | null {
  const parsed = v.safeParse(messageIdSchema, id);
  return parsed.success ? parsed.output : null;
}
