import * as v from 'valibot';
import { type Instant, MINUTE, SECOND } from '../../domain/clock.ts';
import { STORE_STATES, type StoreState } from '../../domain/store-state.ts';
import type { MessageId } from '../../domain/unsend/identity.ts';
import type { MessageKind } from '../../domain/unsend/message-kind.ts';
import type { SendTime } from '../../domain/unsend/send-time.ts';
import type { Conversation } from '../../line/chat/chat-page.ts';
import { doneSchema, RECORD_LIMIT, type SeenMessage } from '../../messaging/protocol.ts';
import type { FeatureContext } from '../feature.ts';

/** A message that has been told of is told of again after this long, so that "last seen" stays roughly true. */
const TELL_AGAIN_MS = 30 * MINUTE;
/**
 * When another conversation is opened, LINE may change the address before the rows or after them. What was seen this
 * shortly before belongs to neither for certain and is left out; if it stays on the page it is seen again.
 */
const SETTLED_AFTER_MS = 250;
/** How many of the messages told of are remembered before the old ones among them are dropped. */
const TOLD_KEPT = 2_000;
const RETRY_AFTER_MS = [2 * SECOND, 10 * SECOND, MINUTE] as const;

const recordedSchema = v.object({ store: v.picklist(STORE_STATES) });

interface Waiting {
  readonly message: Omit<SeenMessage, 'seenAt'>;
  readonly since: Instant;
}

/** The messages of one conversation that the worker has yet to hear of. Nothing leaves it before the worker has answered. */
export class Outbox {
  readonly #conversation: Conversation;
  readonly #context: FeatureContext;
  readonly #told: Map<MessageId, Instant>;
  readonly #signal: AbortSignal;
  readonly #waiting = new Map<MessageId, Waiting>();
  readonly #unsent = new Map<MessageId, Instant>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDelivering = false;
  #failures = 0;

  /** `told` is shared by all conversations of a tab. After `open` has ended, what has settled is still delivered. */
  constructor(
    conversation: Conversation,
    context: FeatureContext,
    told: Map<MessageId, Instant>,
    lifetimes: { readonly open: AbortSignal; readonly signal: AbortSignal },
  ) {
    this.#conversation = conversation;
    this.#context = context;
    this.#told = told;
    this.#signal = lifetimes.signal;
    lifetimes.open.addEventListener('abort', () => this.#left(), { once: true });
    context.document.addEventListener('visibilitychange', () => context.document.hidden && this.#hurry(), {
      signal: lifetimes.open,
    });
  }

  add({ id, sendTime, kind }: { id: MessageId; sendTime: SendTime; kind: MessageKind }): void {
    const now = this.#context.clock.now();
    if (this.#waiting.has(id) || now - (this.#told.get(id) ?? Number.NEGATIVE_INFINITY) < TELL_AGAIN_MS)
      return;
    this.#waiting.set(id, { message: { id, sendTime, kind }, since: now });
    this.#deliverSoon(SETTLED_AFTER_MS);
  }

  /** A message was taken back at `at`. */
  markUnsent(id: MessageId, at: Instant): void {
    this.#unsent.set(id, at);
    this.#deliverSoon(SETTLED_AFTER_MS);
  }

  #deliverSoon(afterMs: number): void {
    if (this.#timer !== undefined || this.#isDelivering || this.#signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#signal.aborted) void this.#deliver();
    }, afterMs);
  }

  /** Delivers what has settled now instead of at the next try: the tab may be closed next. */
  #hurry(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#deliverSoon(0);
  }

  async #deliver(): Promise<void> {
    this.#isDelivering = true;
    const isDelivered = (await this.#deliverMessages()) && (await this.#deliverUnsent());
    this.#isDelivering = false;
    if (!isDelivered) return this.#retryLater();
    this.#failures = 0;
    const rest = this.#settled().length;
    if (rest + this.#unsent.size > 0) this.#deliverSoon(0);
    else if (this.#waiting.size > 0) this.#deliverSoon(SETTLED_AFTER_MS);
  }

  #settled(): readonly Waiting[] {
    const now = this.#context.clock.now();
    return [...this.#waiting.values()].filter(({ since }) => now - since >= SETTLED_AFTER_MS || since > now);
  }

  async #deliverMessages(): Promise<boolean> {
    const batch = this.#settled().slice(0, RECORD_LIMIT);
    if (batch.length === 0) return true;
    const { account, id: conversation } = this.#conversation;
    const messages = batch.map(({ message, since }) => ({ ...message, seenAt: since }));
    const answer = await this.#context.worker('record', { account, conversation, messages }, recordedSchema);
    if (answer === null) return false;
    for (const { message, since } of batch) {
      this.#waiting.delete(message.id);
      this.#told.set(message.id, since);
    }
    this.#forgetOld(this.#context.clock.now());
    reportStore(this.#context, answer.store);
    return true;
  }

  /** The worker ignores what it has not heard of, so a message itself always goes first. */
  async #deliverUnsent(): Promise<boolean> {
    const { account, id: conversation } = this.#conversation;
    for (const [id, at] of this.#unsent) {
      if (this.#waiting.has(id)) continue;
      const answer = await this.#context.worker('markUnsent', { account, conversation, id, at }, doneSchema);
      if (answer === null) return false;
      this.#unsent.delete(id);
    }
    return true;
  }

  /** A tab stays open for days. */
  #forgetOld(now: Instant): void {
    if (this.#told.size <= TOLD_KEPT) return;
    for (const [id, since] of this.#told) if (now - since >= TELL_AGAIN_MS) this.#told.delete(id);
  }

  #retryLater(): void {
    const wait = RETRY_AFTER_MS[Math.min(this.#failures, RETRY_AFTER_MS.length - 1)] ?? MINUTE;
    this.#failures++;
    this.#deliverSoon(wait);
  }

  /** No listener on the tab's own signal stays: through it the tab would keep every list that was ever open. */
  #left(): void {
    if (this.#signal.aborted) clearTimeout(this.#timer);
    const now = this.#context.clock.now();
    for (const [id, { since }] of this.#waiting) if (now - since < SETTLED_AFTER_MS) this.#waiting.delete(id);
    this.#hurry();
  }
}

function reportStore({ troubles }: FeatureContext, store: StoreState): void {
  troubles.set('troubleStoreFull', store === 'full');
  troubles.set('troubleStoreRebuilt', store === 'rebuilt');
  troubles.set('troubleStoreRefused', store === 'refused');
}
