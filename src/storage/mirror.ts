import * as v from 'valibot';
import { instantSchema, type StoredMessage, storedMessageSchema } from '../domain/unsend/sent-message.ts';
import type { StorageArea } from './storage-area.ts';

/** How many messages the mirror holds: more than any popup shows, and small enough to read in a millisecond or two. */
export const MIRROR_SIZE = 200;

/** Messages mostly come several at a time, and none of them has to wait while all that are mirrored are written after each. */
const REST_MS = 40;

const KEY = 'mirror';
const FRESH_KEY = 'mirror-fresh';

const contentSchema = v.object({
  /** {@link windowsFingerprint} of the settings by which the messages were chosen. */
  windows: v.string(),
  madeAt: instantSchema,
  /** True when no other message could be unsent. */
  complete: v.boolean(),
  messages: v.pipe(v.array(storedMessageSchema), v.maxLength(MIRROR_SIZE)),
});
export type MirrorContent = v.InferOutput<typeof contentSchema>;

/**
 * The most urgent messages, in memory that outlives the worker (`storage.session`), for an answer without opening the
 * database: an open takes 10 to 300 ms after a rest, this 2 ms.
 *
 * It is marked as stale before the database changes and written again after, so a worker that dies in between leaves a
 * stale mirror and never a wrong one.
 */
export class Mirror {
  readonly #session: StorageArea;
  #changesUnderWay = 0;
  #changes = 0;
  #refreshing: Promise<void> | null = null;

  /** @param session `storage.session` */
  constructor(session: StorageArea) {
    this.#session = session;
  }

  /** The mirrored messages; null when there are none or the database has changed since. */
  async read(): Promise<MirrorContent | null> {
    const stored = await this.#session.get([KEY, FRESH_KEY]);
    return stored[FRESH_KEY] === true ? parse(stored[KEY]) : null;
  }

  /** Whatever was mirrored last, for when there is no database to ask. */
  async readStale(): Promise<readonly StoredMessage[]> {
    return parse((await this.#session.get(KEY))[KEY])?.messages ?? [];
  }

  /** Does something that may change the database, with the mirror marked as stale before. */
  async during<T>(change: () => Promise<T>): Promise<T> {
    this.#changesUnderWay += 1;
    try {
      await this.#session.remove(FRESH_KEY);
      return await change();
    } finally {
      this.#changesUnderWay -= 1;
      this.#changes += 1;
    }
  }

  /** Drops the mirrored messages as well, for when some of them must be forgotten. */
  async clear(): Promise<void> {
    await this.during(() => this.#session.remove(KEY));
  }

  /**
   * Fills the mirror from the database, after a short rest. Calls during a refresh share it; it starts over while the database goes
   * on changing, so that a burst of changes costs few refreshes. Null leaves it stale.
   */
  refresh(read: () => Promise<MirrorContent | null>): Promise<void> {
    this.#refreshing ??= this.#fill(read);
    return this.#refreshing;
  }

  async #fill(read: () => Promise<MirrorContent | null>): Promise<void> {
    try {
      let before: number;
      do {
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
        before = this.#changes;
        const content = await read();
        // What was read while a change was under way may lack it; whoever makes that change refreshes again.
        if (this.#changesUnderWay > 0 || content === null) return;
        if (before === this.#changes) await this.#session.set({ [KEY]: content, [FRESH_KEY]: true });
      } while (before !== this.#changes);
    } finally {
      this.#refreshing = null;
    }
  }
}

function parse(stored: unknown): MirrorContent | null {
  const parsed = v.safeParse(contentSchema, stored);
  return parsed.success ? parsed.output : null;
}
