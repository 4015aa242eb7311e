import type { DBSchema, IDBPDatabase } from 'idb';
import { type Clock, DAY } from '../domain/clock.ts';
import { type DatabaseFault, databaseFault, StoreUnavailable } from './database-fault.ts';
import { type Access, FailureLog } from './failure-log.ts';
import { Generations } from './generations.ts';
import { type DatabaseForm, openDatabase } from './open-database.ts';
import type { StorageArea } from './storage-area.ts';

export interface KeeperPorts {
  /** The browser's `indexedDB`; undefined where there is none. */
  readonly factory: IDBFactory | undefined;
  /** `storage.local` */
  readonly local: StorageArea;
  /** `storage.session` */
  readonly session: StorageArea;
  readonly clock: Clock;
}

interface Connection<S extends DBSchema> {
  readonly generation: number;
  readonly database: IDBPDatabase<S>;
}

/** Holds the connection to one database, and starts a new one when that is damaged. */
export class DatabaseKeeper<S extends DBSchema> {
  readonly #form: DatabaseForm;
  readonly #ports: KeeperPorts;
  readonly #generations: Generations;
  readonly #failures: FailureLog;
  #connection: Promise<Connection<S>> | null = null;
  #replacing: Promise<Connection<S>> | null = null;
  #refused = false;

  constructor(form: DatabaseForm, ports: KeeperPorts) {
    this.#form = form;
    this.#ports = ports;
    this.#generations = new Generations(form, ports.factory, ports.local);
    this.#failures = new FailureLog(ports.session, ports.clock, `${form.key}-failures`);
  }

  /**
   * Does some work with the open database. A lost connection is opened again. A database that is surely damaged, or has
   * failed for a minute, is replaced by an empty one; so `work` may be called up to three times and must be whole
   * transactions.
   * @throws StoreUnavailable when there is no database, or none that works for now; whatever else `work` throws, `QuotaExceededError` among it
   */
  async run<T>(work: (database: IDBPDatabase<S>) => Promise<T>, access: Access = 'read'): Promise<T> {
    try {
      const result = await this.#runRepaired(work, access);
      await this.#failures.noteSuccess(access);
      this.#refused = false;
      return result;
    } catch (error) {
      this.#refused = error instanceof StoreUnavailable;
      throw error;
    }
  }

  /** True when the browser gave no database at the last attempt. */
  get refused(): boolean {
    return this.#refused;
  }

  /** True for a day after a damaged database was replaced. */
  async wasRebuilt(): Promise<boolean> {
    const { rebuiltAt } = await this.#generations.inUse();
    return rebuiltAt !== null && this.#ports.clock.now() - rebuiltAt < DAY;
  }

  /** Deletes databases that were set aside: what is forgotten shall not live on in them. */
  deleteSetAside(): Promise<void> {
    return this.#generations.deleteOthers();
  }

  async #runRepaired<T>(work: (database: IDBPDatabase<S>) => Promise<T>, access: Access): Promise<T> {
    let inUse: number | null = null;
    const attempt = async (connecting: Promise<Connection<S>>): Promise<T> => {
      try {
        const { generation, database } = await connecting;
        inUse = generation;
        return await work(database);
      } catch (error) {
        await this.#disconnectAfter(error, connecting);
        throw error;
      }
    };
    try {
      return await attempt(this.#connect());
    } catch (error) {
      repairableFault(error);
    }
    // Once more on the same files: a closed connection is no damage, and some damage is a passing hiccup of the disk.
    try {
      return await attempt(this.#connect());
    } catch (error) {
      const lasts = repairableFault(error) === 'damaged' || (await this.#failures.noteFailure(access));
      if (!lasts) throw new StoreUnavailable('the database fails for now', { cause: error });
    }
    try {
      return await attempt(this.#replace(inUse));
    } catch (error) {
      repairableFault(error);
      throw new StoreUnavailable('a new database cannot be used either', { cause: error });
    }
  }

  #connect(): Promise<Connection<S>> {
    this.#connection ??= this.#generations.inUse().then(({ generation }) => this.#open(generation));
    return this.#connection;
  }

  async #open(generation: number): Promise<Connection<S>> {
    const { factory } = this.#ports;
    if (factory === undefined) throw new StoreUnavailable('no indexedDB');
    const forget = () => {
      this.#connection = null;
    };
    const name = this.#generations.nameOf(generation);
    return { generation, database: await openDatabase<S>(factory, name, this.#form.upgrades, forget) };
  }

  /** Lets go of a connection that failed, so that another is opened; one that others have opened since is left to them. */
  async #disconnectAfter(error: unknown, failed: Promise<Connection<S>>): Promise<void> {
    const fault = databaseFault(error);
    if (fault === 'full' || fault === 'other') return;
    if (this.#connection === failed) this.#connection = null;
    await failed.then(({ database }) => database.close()).catch(() => undefined);
  }

  /** The database after the damaged one; counted on only once the new one is open, so that no hiccup uses up names. */
  async #replace(damaged: number | null): Promise<Connection<S>> {
    const current = await this.#generations.inUse();
    if (damaged !== null && damaged !== current.generation) return this.#connect();
    this.#replacing ??= this.#startAnew(current.generation).finally(() => {
      this.#replacing = null;
    });
    this.#connection = this.#replacing;
    return this.#replacing;
  }

  async #startAnew(damaged: number): Promise<Connection<S>> {
    const generation = await this.#generations.after(damaged);
    const connection = await this.#open(generation);
    await this.#generations.use({ generation, rebuiltAt: this.#ports.clock.now() });
    await this.#failures.clear();
    return connection;
  }
}

/** What can be done about an error. Throws it on when another attempt would not help. */
function repairableFault(error: unknown): Extract<DatabaseFault, 'passing' | 'damaged'> {
  const fault = databaseFault(error);
  if (fault === 'passing' || fault === 'damaged') return fault;
  if (fault === 'refused') throw new StoreUnavailable('the browser gives no database', { cause: error });
  throw error;
}
