import * as v from 'valibot';
import type { JournalEvent } from '../domain/journal/entry.ts';
import type { PassphraseStep } from '../domain/journal/policy-event.ts';
import { sha256 } from '../platform/digest.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import { readLock } from './settings-lock.ts';
import type { TwoPlaces } from './two-places.ts';

/** Under this name both places keep which passphrase the journal knows of, as a digest. */
export const LOCK_NOTED = 'lock-noted';

const memorySchema = v.object({ lock: v.nullable(v.string()) });

export interface LockNotesPorts {
  /** Where the passphrase lies. */
  readonly lock: TwoPlaces;
  /** Of the name {@link LOCK_NOTED}. */
  readonly places: TwoPlaces;
  readonly note: (event: Extract<JournalEvent, { readonly kind: 'passphrase' }>) => Promise<void>;
}

/** Tells the journal what happens to the passphrase before the settings. For the worker alone. */
export class LockNotes {
  readonly #ports: LockNotesPorts;
  readonly #inTurn = oneAfterAnother();

  constructor(ports: LockNotesPorts) {
    this.#ports = ports;
  }

  /** What somebody has just done through Matta. @throws what the storage throws, and `note` */
  tell(step: PassphraseStep): Promise<void> {
    return this.#inTurn(async () => {
      await this.#ports.note({ kind: 'passphrase', step });
      await this.#remember(await this.#found());
    });
  }

  /** Looks whether the passphrase is the one that the journal knows of. For every start. @throws the same */
  keep(): Promise<void> {
    return this.#inTurn(async () => {
      const [known, found] = [await this.#known(), await this.#found()];
      if (known === found) return;
      await this.#ports.note({ kind: 'passphrase', step: known === null ? 'set' : 'found-other' });
      await this.#remember(found);
    });
  }

  async #known(): Promise<string | null> {
    const { first, second } = await this.#ports.places.readBoth();
    const parsed = v.safeParse(memorySchema, second ?? first);
    return parsed.success ? parsed.output.lock : null;
  }

  /** Null: there is no passphrase. */
  async #found(): Promise<string | null> {
    const kept = readLock(await this.#ports.lock.readBoth());
    return kept === null || kept === 'damaged' ? kept : sha256(`${kept.salt} ${kept.bits}`);
  }

  async #remember(lock: string | null): Promise<void> {
    if (lock !== (await this.#known())) await this.#ports.places.write({ lock });
  }
}
