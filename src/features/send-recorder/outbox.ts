import * as v from 'valibot';
import { type Instant, MINUTE, SECOND } from '../../domain/clock.ts';
import { STORE_STATES, type StoreState } from '../../domain/store-state.ts';
import type { AccountId, ConversationId, MessageId } from '../../domain/unsend/identity.ts';
import type { Conversation } from '../../line/chat/chat-page.ts';
import { doneSchema, RECORD_LIMIT } from '../../messaging/chat-answers.ts';
import type { FeatureContext } from '../feature.ts';
import type { TellableMessage, Told } from './told.ts';

/**
 * When another conversation is opened, LINE may change the address before the rows or after them. What was seen this
 * shortly before belongs to neither for certain and is left out; if it stays on the page it is seen again.
 */
const SETTLED_AFTER_MS = 250;
const RETRY_AFTER_MS = [2 * SECOND, 10 * SECOND, MINUTE] as const;

const recordedSchema = v.object({ store: v.picklist(STORE_STATES) });

interface Waiting {
  readonly message: TellableMessage;
  readonly since: Instant;
}

/** The messages of one conversation that the worker has yet to hear of. Nothing leaves it before the worker has answered. */
export class Outbox {
  readonly #address: { readonly account: AccountId; readonly conversation: ConversationId };
  readonly #context: FeatureContext;
  readonly #told: Told;
  readonly #signal: AbortSignal;
  readonly #waiting = new Map<MessageId, Waiting>();
  readonly #unsent = new Map<MessageId, Instant>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDelivering = false;
  #batchLimit = RECORD_LIMIT;
  #distrust: 'none' | 'to-tell' | 'told' = 'none';
  #failures = 0;

  /** `told` is shared by all conversations of a tab. After `open` has ended, what has settled is still delivered. */
  constructor(
    conversation: Conversation,
    context: FeatureContext,
    told: Told,
    lifetimes: { readonly open: AbortSignal; readonly signal: AbortSignal },
  ) {
    this.#address = { account: conversation.account, conversation: conversation.id };
    this.#context = context;
    this.#told = told;
    this.#signal = lifetimes.signal;
    lifetimes.open.addEventListener('abort', () => this.#left(), { once: true });
    context.document.addEventListener('visibilitychange', () => context.document.hidden && this.#hurry(), {
      signal: lifetimes.open,
    });
  }

  add({ id, sendTime, kind }: TellableMessage): void {
    const message = { id, sendTime, kind };
    const now = this.#context.clock.now();
    if (this.#told.has(message, now)) return;
    this.#waiting.set(id, { message, since: this.#waiting.get(id)?.since ?? now });
    this.#deliverSoon(SETTLED_AFTER_MS);
  }

  /** The ids of this conversation have been found to contradict its clocks. */
  distrustIds(): void {
    if (this.#distrust !== 'none') return;
    this.#distrust = 'to-tell';
    this.#told.forgetAll();
    this.#deliverSoon(0);
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
    let isDelivered = false;
    try {
      isDelivered =
        (await this.#deliverDistrust()) && (await this.#deliverMessages()) && (await this.#deliverUnsent());
    } finally {
      this.#isDelivering = false;
    }
    if (!isDelivered) return this.#retryLater();
    this.#failures = 0;
    if (this.#settled().length + this.#unsent.size > 0) this.#deliverSoon(0);
    else if (this.#waiting.size > 0) this.#deliverSoon(SETTLED_AFTER_MS);
  }

  #settled(): readonly Waiting[] {
    const now = this.#context.clock.now();
    return [...this.#waiting.values()].filter(({ since }) => now - since >= SETTLED_AFTER_MS || since > now);
  }

  /** What was told by the ids is taken back before anything else is told. */
  async #deliverDistrust(): Promise<boolean> {
    if (this.#distrust !== 'to-tell') return true;
    const reply = await this.#context.worker('distrustIds', this.#address, doneSchema);
    if (!reply.ok && reply.again) return false;
    this.#distrust = 'told';
    return true;
  }

  async #deliverMessages(): Promise<boolean> {
    const batch = this.#settled().slice(0, this.#batchLimit);
    if (batch.length === 0) return true;
    const messages = batch.map(({ message, since }) => ({ ...message, seenAt: since }));
    const reply = await this.#context.worker('record', { ...this.#address, messages }, recordedSchema);
    if (!reply.ok && reply.again) return false;
    if (!reply.ok && batch.length > 1) {
      // One of them is not accepted; the others must not suffer for it.
      this.#batchLimit = 1;
      return true;
    }
    this.#batchLimit = RECORD_LIMIT;
    if (reply.ok) this.#reportStore(reply.value.store);
    for (const { message, since } of batch) {
      this.#waiting.delete(message.id);
      this.#told.note(message, since);
    }
    return true;
  }

  /** The worker ignores what it has not heard of, so a message itself always goes first. */
  async #deliverUnsent(): Promise<boolean> {
    for (const [id, at] of this.#unsent) {
      if (this.#waiting.has(id)) continue;
      const reply = await this.#context.worker('markUnsent', { ...this.#address, id, at }, doneSchema);
      if (!reply.ok && reply.again) return false;
      this.#unsent.delete(id);
    }
    return true;
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

  #reportStore(store: StoreState): void {
    const { troubles } = this.#context;
    // A new database has none of what was told before; what is still on the page is told again.
    if (store === 'rebuilt' && !troubles.present.includes('troubleStoreRebuilt')) this.#told.forgetAll();
    troubles.set('troubleStoreFull', store === 'full');
    troubles.set('troubleStoreRebuilt', store === 'rebuilt');
    troubles.set('troubleStoreRefused', store === 'refused');
  }
}
