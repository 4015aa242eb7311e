import * as v from 'valibot';
import type { Instant } from '../domain/clock.ts';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import type { StorageArea } from './storage-area.ts';

const KEY = 'approval-tries';
const triesSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lastAt: instantSchema,
});

/** How often somebody was wrong without being right in between, and when the last time. */
export interface Tries {
  readonly count: number;
  readonly lastAt: Instant;
}

/** Wrong passphrases and codes of approvers, counted for the whole computer. */
export class WrongTries {
  readonly #local: StorageArea;

  /** @param local `storage.local`: a restart shall not end a wait */
  constructor(local: StorageArea) {
    this.#local = local;
  }

  /** None where nothing, or nothing readable, is stored. */
  async read(): Promise<Tries> {
    const read = v.safeParse(triesSchema, (await this.#local.get(KEY))[KEY]);
    return read.success ? read.output : { count: 0, lastAt: 0 };
  }

  write(tries: Tries): Promise<void> {
    return this.#local.set({ [KEY]: tries });
  }
}
