import * as v from 'valibot';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { KeepingArea } from './kept-area.ts';

export interface RecentListOptions<T> {
  readonly area: KeepingArea;
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** Two entries with the same name are the same: the later one counts. */
  readonly nameOf: (entry: T) => string;
  /** Beyond it the oldest entries go first: what a page of LINE's asks to be remembered shall not fill the disk. */
  readonly limit: number;
}

/** The last few of something, in one of the browser's storage areas. A damaged entry counts as none. */
export class RecentList<T> {
  readonly #options: RecentListOptions<T>;
  readonly #inTurn = oneAfterAnother();

  constructor(options: RecentListOptions<T>) {
    this.#options = options;
  }

  /** Oldest first. */
  async all(): Promise<readonly T[]> {
    const { area, key, schema } = this.#options;
    const stored = (await area.get(key))[key];
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry: unknown) => {
      const parsed = v.safeParse(schema, entry);
      return parsed.success ? [parsed.output] : [];
    });
  }

  /** Puts an entry at the end, in the place of one of the same name. */
  put(entry: T): Promise<void> {
    const { nameOf, limit } = this.#options;
    return this.#change((entries) =>
      [...entries.filter((other) => nameOf(other) !== nameOf(entry)), entry].slice(-limit),
    );
  }

  /** Removes every entry that `isLeft` names. */
  remove(isLeft: (entry: T) => boolean): Promise<void> {
    return this.#change((entries) => entries.filter((entry) => !isLeft(entry)));
  }

  /** Removes an entry and answers it; null when there is none of that name. */
  async take(name: string): Promise<T | null> {
    const { nameOf } = this.#options;
    let taken: T | null = null;
    await this.#change((entries) => {
      taken = entries.find((entry) => nameOf(entry) === name) ?? null;
      return entries.filter((entry) => nameOf(entry) !== name);
    });
    return taken;
  }

  #change(edit: (entries: readonly T[]) => readonly T[]): Promise<void> {
    const { area, key } = this.#options;
    return this.#inTurn(async () => {
      const before = await this.all();
      const after = edit(before);
      const isSame = after.length === before.length && after.every((entry, index) => entry === before[index]);
      if (!isSame) await area.set({ [key]: after });
    });
  }
}
