import * as v from 'valibot';
import type { StorageArea } from './storage-area.ts';

const KEY = 'approval-tries';
/** Wrong tries by name. Of more names than can be registered the oldest go. */
const triesSchema = v.array(
  v.object({
    of: v.pipe(v.string(), v.maxLength(200)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
);
const MOST_NAMES = 200;

/** Wrong passphrases and codes, counted for each approver: how often without a right one in between. */
export class WrongTries {
  readonly #local: StorageArea;

  /** @param local `storage.local`: a restart shall not end a wait */
  constructor(local: StorageArea) {
    this.#local = local;
  }

  /** None where nothing, or nothing readable, is stored. */
  async read(of: string): Promise<number> {
    return (await this.#all()).find((one) => one.of === of)?.count ?? 0;
  }

  async write(of: string, count: number): Promise<void> {
    const others = (await this.#all()).filter((one) => one.of !== of);
    await this.#local.set({ [KEY]: [...others, { of, count }].slice(-MOST_NAMES) });
  }

  async #all(): Promise<v.InferOutput<typeof triesSchema>> {
    const read = v.safeParse(triesSchema, (await this.#local.get(KEY))[KEY]);
    return read.success ? read.output : [];
  }
}
