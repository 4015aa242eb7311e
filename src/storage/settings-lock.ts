import * as v from 'valibot';
import { passphraseWait } from '../domain/policy/passphrase-wait.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import { newPassphraseWay, PASSPHRASE_ROUNDS, passphraseBits } from '../platform/passphrase.ts';
import type { BothPlaces, TwoPlaces } from './two-places.ts';

/** Under this name the lock is kept in both places. */
export const SETTINGS_LOCK = 'settings-lock';

const hex = (digits: number) => v.pipe(v.string(), v.length(digits), v.regex(/^[0-9a-f]*$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const keptSchema = v.object({
  version: v.literal(1),
  salt: hex(32),
  // More than this would keep the worker busy for minutes.
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  bits: hex(64),
  /** Wrong tries since the last right one. */
  wrong: count,
});
type KeptLock = v.InferOutput<typeof keptSchema>;

/** `damaged`: there was one, and no passphrase opens what is left of it. */
export interface LockState {
  readonly lock: 'none' | 'set' | 'damaged';
  /** How long the next try has to wait, in milliseconds. */
  readonly waitMs: number;
}

/** What a try came to. `wait`: it was not looked at. */
export type TryResult = 'right' | 'wrong' | 'wait';

/**
 * What is kept: null: there is no lock. The second place counts where it can be read: it is written first, and whoever writes into
 * the first one with the tools of a browser does not reach it as easily.
 */
export function readLock({ first, second }: BothPlaces): KeptLock | 'damaged' | null {
  if (first === undefined && second === undefined) return null;
  const [kept] = [second, first].flatMap((stored) => {
    const parsed = v.safeParse(keptSchema, stored);
    return parsed.success ? [parsed.output] : [];
  });
  return kept ?? 'damaged';
}

interface LockPorts {
  readonly places: TwoPlaces;
  /** Milliseconds since this worker has started, by a clock that nobody can set. */
  readonly sinceStart: () => number;
  readonly rounds?: number;
}

/**
 * The supervisor's passphrase before changes of settings. For the worker alone. The wait after wrong tries counts only while this
 * worker lives: no clock that somebody can set makes it shorter, and a restart begins it anew.
 */
export class SettingsLock {
  readonly #ports: LockPorts;
  readonly #inTurn = oneAfterAnother();
  /** From when the wait counts. */
  #since = 0;

  /** @param ports `places` of the name {@link SETTINGS_LOCK} */
  constructor(ports: LockPorts) {
    this.#ports = ports;
  }

  async state(): Promise<LockState> {
    const kept = readLock(await this.#ports.places.read());
    if (kept === null) return { lock: 'none', waitMs: 0 };
    if (kept === 'damaged') return { lock: 'damaged', waitMs: 0 };
    return { lock: 'set', waitMs: this.#waitMs(kept) };
  }

  /** Tries a passphrase. @throws what the storage throws: then it was not looked at */
  attempt(passphrase: string): Promise<TryResult> {
    return this.#inTurn(() => this.#attempt(passphrase));
  }

  /**
   * Sets, changes or (null) removes the passphrase.
   * @param old the one that there is; null: there is none
   */
  change(old: string | null, next: string | null): Promise<TryResult> {
    return this.#inTurn(async () => {
      const kept = readLock(await this.#ports.places.readBoth());
      const result = kept === null ? 'right' : await this.#attempt(old ?? '');
      if (result !== 'right') return result;
      if (next === null) await this.#ports.places.remove();
      else await this.#set(next);
      return result;
    });
  }

  async #attempt(passphrase: string): Promise<TryResult> {
    // However long the second place takes: what opens the settings must not be what lies in the first alone.
    const kept = readLock(await this.#ports.places.readBoth());
    if (kept === null || kept === 'damaged') return 'wrong';
    if (this.#waitMs(kept) > 0) return 'wait';
    // Counted before it is looked at: who stops the worker meanwhile has used a try all the same.
    await this.#ports.places.write({ ...kept, wrong: kept.wrong + 1 });
    this.#since = this.#ports.sinceStart();
    if ((await passphraseBits(passphrase, kept)) !== kept.bits) return 'wrong';
    await this.#ports.places.write({ ...kept, wrong: 0 });
    return 'right';
  }

  async #set(passphrase: string): Promise<void> {
    const way = newPassphraseWay(this.#ports.rounds ?? PASSPHRASE_ROUNDS);
    const bits = await passphraseBits(passphrase, way);
    const kept: KeptLock = { version: 1, ...way, bits, wrong: 0 };
    await this.#ports.places.write(kept);
  }

  #waitMs({ wrong }: KeptLock): number {
    return Math.max(0, Math.ceil(passphraseWait(wrong) - (this.#ports.sinceStart() - this.#since)));
  }
}
