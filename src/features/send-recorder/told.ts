import { type Instant, MINUTE } from '../../domain/clock.ts';
import type { MessageId } from '../../domain/unsend/identity.ts';
import type { SeenMessage } from '../../messaging/protocol.ts';

/** A message that has been told of is told of again after this long, so that "last seen" stays roughly true. */
const TELL_AGAIN_MS = 30 * MINUTE;
/** How many of the messages told of are remembered before the old ones among them are dropped: a tab stays open for days. */
const KEPT = 2_000;

/** What is told of a message. */
export type TellableMessage = Omit<SeenMessage, 'seenAt'>;

/** Of which messages a tab has told the worker already, and what. */
export class Told {
  readonly #told = new Map<MessageId, { readonly since: Instant; readonly content: string }>();

  /** Whether the worker knows just this of a message, and since lately. */
  has(message: TellableMessage, now: Instant): boolean {
    const told = this.#told.get(message.id);
    return told !== undefined && now - told.since < TELL_AGAIN_MS && told.content === contentOf(message);
  }

  /** The worker has heard of a message that was seen at `since`. */
  note(message: TellableMessage, since: Instant): void {
    this.#told.set(message.id, { since, content: contentOf(message) });
    if (this.#told.size <= KEPT) return;
    for (const [id, told] of this.#told) if (since - told.since >= TELL_AGAIN_MS) this.#told.delete(id);
  }

  /** The worker may have lost what it was told. */
  forgetAll(): void {
    this.#told.clear();
  }
}

function contentOf({ kind, sendTime }: TellableMessage): string {
  return `${kind}/${sendTime.earliest}/${sendTime.source}`;
}
