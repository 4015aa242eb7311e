import { macWith, newMacKey } from '../platform/mac.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import type { JournalSchema } from './journal-schema.ts';
import { wholly } from './wholly.ts';

/**
 * Digests for the journal, by a random key of this installation that nobody can read out: whoever has an export cannot try out
 * which short text has one. The same text has the same digest as long as the journal's database lives.
 */
export class JournalDigests {
  readonly #keeper: DatabaseKeeper<JournalSchema>;
  #key: Promise<CryptoKey> | null = null;

  /** @param keeper the journal's own: the key lives and ends with it */
  constructor(keeper: DatabaseKeeper<JournalSchema>) {
    this.#keeper = keeper;
  }

  /** HMAC-SHA-256 as 64 hex digits. @throws when the key cannot be read, made or used; what the journal throws, among others */
  async of(text: string): Promise<string> {
    this.#key ??= this.#ownKey();
    try {
      return await macWith(await this.#key, text);
    } catch (error) {
      this.#key = null;
      throw error;
    }
  }

  async #ownKey(): Promise<CryptoKey> {
    const stored = await this.#keeper.run((database) => database.get('digestKeys', 'own'));
    if (stored !== undefined) return stored;
    // Made before the transaction begins: it would not wait for anything but its own requests.
    const made = await newMacKey();
    return this.#keeper.run((database) => {
      const transaction = database.transaction('digestKeys', 'readwrite', { durability: 'strict' });
      return wholly(transaction, async () => {
        const other = await transaction.store.get('own');
        if (other !== undefined) return other;
        await transaction.store.put(made, 'own');
        return made;
      });
    }, 'write');
  }
}
