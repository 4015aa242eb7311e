import type { SigningKey } from '../platform/signing.ts';

/** What signs: the browser, or a stand-in of a test. */
export interface Signing {
  /** Null where the browser cannot sign. */
  readonly newKey: () => Promise<SigningKey | null>;
  readonly sign: (key: SigningKey, hash: string) => Promise<string>;
}

const ANY_HASH = '0'.repeat(64);

/** The key of this installation: the stored one, or where there is none that works a new one. */
export class JournalSigner {
  readonly #signing: Signing;
  #proven: SigningKey | null = null;
  #candidate: SigningKey | null = null;

  constructor(signing: Signing) {
    this.#signing = signing;
  }

  /**
   * The key to sign with. A new one has to be stored together with the first entry that it signs.
   * @returns null where the browser cannot sign
   */
  async keyFor(stored: SigningKey | null): Promise<SigningKey | null> {
    if (stored !== null && (await this.#works(stored))) return stored;
    // The same one for every try, so that a retry signs with what may have been stored already.
    this.#candidate ??= await this.#signing.newKey();
    return this.#candidate;
  }

  sign(key: SigningKey, hash: string): Promise<string> {
    return this.#signing.sign(key, hash);
  }

  /** Tried once for each start of the worker: a key that cannot be used must not keep the journal from being written. */
  async #works(key: SigningKey): Promise<boolean> {
    if (this.#proven?.publicKey === key.publicKey) return true;
    try {
      await this.#signing.sign(key, ANY_HASH);
      this.#proven = key;
      return true;
    } catch {
      return false;
    }
  }
}
