import * as v from 'valibot';
import type { SignedHead } from './journal-schema.ts';
import type { StorageArea } from './storage-area.ts';

const KEY = 'journal-head';

const headSchema = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  signer: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/**
 * The newest entry of the journal, remembered in another store than the journal itself. A database that has lost its end
 * opens without an error and agrees with itself (tried with a log file cut in half); only this tells. A database that is
 * lost takes the key with it; which one it was stands here.
 */
export class JournalHead {
  readonly #local: StorageArea;

  /** @param local `storage.local` */
  constructor(local: StorageArea) {
    this.#local = local;
  }

  /** Null while there is none, or none that can be read. */
  async read(): Promise<SignedHead | null> {
    const parsed = v.safeParse(headSchema, (await this.#local.get(KEY))[KEY]);
    return parsed.success ? parsed.output : null;
  }

  /** To be called once the entry is on the disk, never before: a head without its entry would be taken for a loss. */
  async remember({ seq, hash, signer }: SignedHead): Promise<void> {
    const head: SignedHead = { seq, hash, ...(signer === undefined ? {} : { signer }) };
    await this.#local.set({ [KEY]: head });
  }
}
