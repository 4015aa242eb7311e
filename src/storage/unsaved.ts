import * as v from 'valibot';
import { combinePatches, type MessagePatch, messagePatchSchema } from './message-patch.ts';
import type { StorageArea } from './storage-area.ts';

const KEY = 'unsaved';
/** About half a megabyte of the ten that `storage.session` has. Beyond it the oldest sightings go first. */
const LIMIT = 2_000;

const unsavedSchema = v.object({
  reason: v.picklist(['full', 'refused']),
  patches: v.array(messagePatchSchema),
});
/** What could not be stored, and why. */
export type UnsavedContent = v.InferOutput<typeof unsavedSchema>;

/**
 * What the database did not take, kept in memory that outlives the worker until it does. Nothing is kept as long as all
 * is well.
 */
export class Unsaved {
  readonly #session: StorageArea;

  /** @param session `storage.session` */
  constructor(session: StorageArea) {
    this.#session = session;
  }

  /** Null when everything is stored. */
  async read(): Promise<UnsavedContent | null> {
    const parsed = v.safeParse(unsavedSchema, (await this.#session.get(KEY))[KEY]);
    return parsed.success ? parsed.output : null;
  }

  async keep(reason: UnsavedContent['reason'], patches: Iterable<MessagePatch>): Promise<void> {
    const kept = [...combinePatches(patches).values()].slice(-LIMIT);
    await this.#session.set({ [KEY]: { reason, patches: kept } satisfies UnsavedContent });
  }

  async clear(): Promise<void> {
    await this.#session.remove(KEY);
  }

  /** Drops what `isForgotten` names. */
  async forget(isForgotten: (patch: MessagePatch) => boolean): Promise<void> {
    const unsaved = await this.read();
    if (unsaved === null) return;
    await this.keep(
      unsaved.reason,
      unsaved.patches.filter((patch) => !isForgotten(patch)),
    );
  }
}
