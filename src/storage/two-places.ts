import type { KeptValues } from '../platform/kept-values.ts';
import { Listeners } from '../platform/listeners.ts';
import { soon } from '../platform/soon.ts';
import type { StorageArea } from './storage-area.ts';

/** What lies in each of the two places; undefined: nothing. The second is {@link NOT_READ} when it is late or fails. */
export interface BothPlaces {
  readonly first: unknown;
  readonly second: unknown;
}

/** Nobody knows whether there is something; no value that is kept looks like it, and so it is never taken for a good one. */
export const NOT_READ = Symbol('not read');

const LATE = Symbol('late');

/** How long the second place may take where the first has something to go by, and where it has not. */
const PATIENCE_MS = { withFirst: 150, withoutFirst: 3_000 };

/**
 * A value in `storage.local` and once more in a database, so that what removes or damages one of them loses nothing. The second
 * place is read once for each start, and again when the first is another than before: to open a database takes much longer.
 */
export class TwoPlaces {
  readonly #local: StorageArea;
  readonly #kept: KeptValues | null;
  readonly #name: string;
  #second: Promise<unknown> | null = null;
  /** Since when the second place is being read, as `performance.now()`. */
  #askedAt = 0;
  #seen: string | null = null;
  readonly #late = new Listeners<void>();
  /** The reading whose answer is told of when it comes. */
  #awaited: Promise<unknown> | null = null;

  /** @param local `storage.local`; @param kept null: there is no second place */
  constructor(local: StorageArea, kept: KeptValues | null, name: string) {
    this.#local = local;
    this.#kept = kept;
    this.#name = name;
  }

  /** @param isPatient the second place is waited for as long as where the first has nothing: it may say more than the first */
  async read(isPatient = false): Promise<BothPlaces> {
    const stored = await this.#local.get(this.#name).catch((): Record<string, unknown> => ({}));
    const first = stored[this.#name];
    const seen = JSON.stringify(first) ?? '';
    if (seen !== this.#seen) this.#second = null;
    this.#seen = seen;
    const reading = this.#readSecond();
    const isLong = isPatient || first === undefined;
    const patience = isLong ? PATIENCE_MS.withoutFirst : PATIENCE_MS.withFirst;
    // From the asking on: a place that never answers costs every start its patience once, and not every reading.
    const left = patience - (performance.now() - this.#askedAt);
    const second = await soon(reading, left, LATE);
    if (second !== LATE) return { first, second };
    this.#await(reading);
    return { first, second: NOT_READ };
  }

  /** Calls back when the second place has answered whom nobody waited for any more: from then on a reading finds it. */
  onLate(listener: () => void, signal: AbortSignal): void {
    this.#late.add(listener, signal);
  }

  /** What lies in both, however long that takes. @throws what they throw */
  async readBoth(): Promise<BothPlaces> {
    const [stored, second] = await Promise.all([this.#local.get(this.#name), this.#kept?.get(this.#name)]);
    return { first: stored[this.#name], second };
  }

  /** Both, the second place first: whoever hears of the change of the first finds it in the second. @throws what they throw */
  async write(value: unknown): Promise<void> {
    await this.#kept?.put(this.#name, value);
    this.#second = null;
    await this.#local.set({ [this.#name]: value });
  }

  async remove(): Promise<void> {
    await this.#kept?.remove(this.#name);
    this.#second = null;
    await this.#local.remove(this.#name);
  }

  #await(reading: Promise<unknown>): void {
    if (this.#awaited === reading) return;
    this.#awaited = reading;
    // One that has failed is forgotten by now, and the next reading tries again.
    void reading.then(() => this.#second === reading && this.#late.tell());
  }

  #readSecond(): Promise<unknown> {
    if (this.#kept === null) return Promise.resolve(undefined);
    if (this.#second === null) {
      this.#askedAt = performance.now();
      this.#second = this.#kept.get(this.#name).catch(() => {
        this.#second = null;
        return NOT_READ;
      });
    }
    return this.#second;
  }
}
