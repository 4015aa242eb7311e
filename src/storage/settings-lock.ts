import * as v from 'valibot';
import { passphraseWait } from '../domain/policy/passphrase-wait.ts';
import { newPassphraseWay, PASSPHRASE_ROUNDS, passphraseBits } from '../platform/passphrase.ts';
import { oneAfterAnother } from './one-after-another.ts';
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
  /** It was set before there was a signed file, and so by somebody who decides here: it may also remove that file. */
  mayRelease: v.boolean(),
  /** Wrong tries since the last right one. */
  wrong: count,
  /** How often it was set or changed. */
  edition: count,
});
type KeptLock = v.InferOutput<typeof keptSchema>;

/** `damaged`: there was one, and no passphrase opens what is left of it. */
export interface LockState {
  readonly lock: 'none' | 'set' | 'damaged';
  readonly mayRelease: boolean;
  /** How long the next try has to wait, in milliseconds. */
  readonly waitMs: number;
}

/** What a try came to. `wait`: it was not looked at. */
export type TryResult = 'right' | 'wrong' | 'wait';

/** What is kept: null: there is no lock. */
export function readLock({ first, second }: BothPlaces): KeptLock | 'damaged' | null {
  if (first === undefined && second === undefined) return null;
  const good = [first, second].flatMap((stored) => {
    const parsed = v.safeParse(keptSchema, stored);
    return parsed.success ? [parsed.output] : [];
  });
  const [newest] = good.toSorted((a, b) => b.edition - a.edition || b.wrong - a.wrong);
  return newest ?? 'damaged';
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
    if (kept === null) return { lock: 'none', mayRelease: false, waitMs: 0 };
    if (kept === 'damaged') return { lock: 'damaged', mayRelease: false, waitMs: 0 };
    return { lock: 'set', mayRelease: kept.mayRelease, waitMs: this.#waitMs(kept) };
  }

  /** Tries a passphrase. @throws what the storage throws: then it was not looked at */
  attempt(passphrase: string): Promise<TryResult> {
    return this.#inTurn(() => this.#attempt(passphrase));
  }

  /**
   * Sets, changes or (null) removes the passphrase.
   * @param old the one that there is; null: there is none
   * @param mayRelease for a first one: there is no signed file yet
   */
  change(old: string | null, next: string | null, mayRelease: boolean): Promise<TryResult> {
    return this.#inTurn(async () => {
      const kept = readLock(await this.#ports.places.read());
      const result = kept === null ? 'right' : await this.#attempt(old ?? '');
      if (result !== 'right') return result;
      const last = kept === 'damaged' ? null : kept;
      if (next === null) await this.#ports.places.remove();
      else await this.#set(next, last?.mayRelease ?? mayRelease, last?.edition ?? 0);
      return result;
    });
  }

  async #attempt(passphrase: string): Promise<TryResult> {
    const kept = readLock(await this.#ports.places.read());
    if (kept === null || kept === 'damaged') return 'wrong';
    if (this.#waitMs(kept) > 0) return 'wait';
    // Counted before it is looked at: who stops the worker meanwhile has used a try all the same.
    await this.#ports.places.write({ ...kept, wrong: kept.wrong + 1 });
    this.#since = this.#ports.sinceStart();
    if ((await passphraseBits(passphrase, kept)) !== kept.bits) return 'wrong';
    await this.#ports.places.write({ ...kept, wrong: 0 });
    return 'right';
  }

  async #set(passphrase: string, mayRelease: boolean, edition: number): Promise<void> {
    const way = newPassphraseWay(this.#ports.rounds ?? PASSPHRASE_ROUNDS);
    const bits = await passphraseBits(passphrase, way);
    const kept: KeptLock = { version: 1, ...way, bits, mayRelease, wrong: 0, edition: edition + 1 };
    await this.#ports.places.write(kept);
  }

  #waitMs({ wrong }: KeptLock): number {
    return Math.max(0, Math.ceil(passphraseWait(wrong) - (this.#ports.sinceStart() - this.#since)));
  }
}
