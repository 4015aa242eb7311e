import * as v from 'valibot';
import { type Clock, type Instant, MINUTE } from '../domain/clock.ts';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import type { StorageArea } from './storage-area.ts';

/** What somebody wants of the database. A disk may still be read when it can no longer be written. */
export type Access = 'read' | 'write';

/** Failures that may pass by themselves count as damage when there were this many, over at least this long. */
const LASTING_COUNT = 3;
const LASTING_MS = MINUTE;

const failuresSchema = v.object({
  since: instantSchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const logSchema = v.object({
  read: v.nullable(failuresSchema),
  write: v.nullable(failuresSchema),
});
type Log = v.InferOutput<typeof logSchema>;

const NONE: Log = { read: null, write: null };

/**
 * Tells a hiccup of the database from lasting damage. It is kept in `storage.session`: a worker may be stopped between two
 * failures, and what a restart of the browser has mended shall not count.
 */
export class FailureLog {
  readonly #session: StorageArea;
  readonly #clock: Clock;
  readonly #key: string;
  #known: Log | null = null;

  /** @param key where in `session` the log of this database is kept */
  constructor(session: StorageArea, clock: Clock, key: string) {
    this.#key = key;
    this.#session = session;
    this.#clock = clock;
  }

  /** Notes a failure; true when it has lasted so long that the database must be damaged. */
  async noteFailure(access: Access): Promise<boolean> {
    const log = await this.#read();
    const failures = nextFailures(log[access], this.#clock.now());
    await this.#write({ ...log, [access]: failures });
    return failures.count >= LASTING_COUNT && this.#clock.now() - failures.since >= LASTING_MS;
  }

  /** Whoever can write can read as well. */
  async noteSuccess(access: Access): Promise<void> {
    const log = await this.#read();
    if (log.read === null && (log.write === null || access === 'read')) return;
    await this.#write(access === 'write' ? NONE : { ...log, read: null });
  }

  /** A new database has no past. */
  async clear(): Promise<void> {
    await this.#write(NONE);
  }

  async #read(): Promise<Log> {
    if (this.#known === null) {
      const parsed = v.safeParse(logSchema, (await this.#session.get(this.#key))[this.#key]);
      this.#known = parsed.success ? parsed.output : NONE;
    }
    return this.#known;
  }

  async #write(log: Log): Promise<void> {
    this.#known = log;
    await this.#session.set({ [this.#key]: log });
  }
}

function nextFailures(last: Log[Access], now: Instant): NonNullable<Log[Access]> {
  // A clock that was set back would make a failure of the future, after which nothing lasts.
  if (last === null || last.since > now) return { since: now, count: 1 };
  return { since: last.since, count: last.count + 1 };
}
