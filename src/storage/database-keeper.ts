import * as v from 'valibot';
import { type Clock, DAY } from '../domain/clock.ts';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import { databaseFault, StoreUnavailable } from './database-fault.ts';
import { openDatabase, type Upgrade } from './open-database.ts';
import {
  SENT_MESSAGES_UPGRADES,
  type SentMessagesDatabase,
  type SentMessagesSchema,
} from './sent-messages-schema.ts';
import type { StorageArea } from './storage-area.ts';

export interface KeeperPorts {
  /** The browser's `indexedDB`; undefined where there is none. */
  readonly factory: IDBFactory | undefined;
  /** `storage.local` */
  readonly local: StorageArea;
  readonly clock: Clock;
  readonly upgrades?: readonly Upgrade[];
}

/** Which database is in use. A damaged one is set aside by counting on: `matta-sent-2` follows `matta-sent-1`. */
const recordSchema = v.object({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rebuiltAt: v.nullable(instantSchema),
});
type GenerationRecord = v.InferOutput<typeof recordSchema>;

const RECORD_KEY = 'sent-messages';
const NAME = /^matta-sent-(\d{1,9})$/;

interface Connection {
  readonly generation: number;
  readonly database: SentMessagesDatabase;
}

/** Holds the connection to the database of sent messages, and starts a new database when the old one is damaged. */
export class DatabaseKeeper {
  readonly #ports: KeeperPorts;
  #connection: Promise<Connection> | null = null;
  #replacing: Promise<Connection> | null = null;
  #refused = false;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  /**
   * Does some work with the open database. A lost connection is opened again, a damaged database is replaced by an empty
   * one; so `work` may be called up to three times and must be whole transactions.
   * @throws StoreUnavailable when there is no database; whatever else `work` throws, `QuotaExceededError` among it
   */
  async run<T>(work: (database: SentMessagesDatabase) => Promise<T>): Promise<T> {
    try {
      const result = await this.#runRepaired(work);
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
    const { rebuiltAt } = await this.#record();
    return rebuiltAt !== null && this.#ports.clock.now() - rebuiltAt < DAY;
  }

  /** Deletes databases that were set aside: what is forgotten shall not live on in them. */
  async deleteSetAside(): Promise<void> {
    const { factory } = this.#ports;
    if (factory === undefined) return;
    const { generation } = await this.#record();
    const old = (await this.#existing()).filter((other) => other !== generation);
    await Promise.all(old.map((other) => deleteDatabase(factory, nameOf(other))));
  }

  async #runRepaired<T>(work: (database: SentMessagesDatabase) => Promise<T>): Promise<T> {
    let inUse: number | null = null;
    const attempt = async (connecting: Promise<Connection>): Promise<T> => {
      const { generation, database } = await connecting;
      inUse = generation;
      return work(database);
    };
    try {
      return await attempt(this.#connect());
    } catch (error) {
      await this.#disconnectAfter(error);
    }
    // Once more on the same files: a closed connection is no damage, and some damage is a passing hiccup of the disk.
    try {
      return await attempt(this.#connect());
    } catch (error) {
      await this.#disconnectAfter(error);
    }
    try {
      return await attempt(this.#replace(inUse));
    } catch (error) {
      await this.#disconnectAfter(error);
      throw new StoreUnavailable('a new database cannot be used either', { cause: error });
    }
  }

  #connect(): Promise<Connection> {
    this.#connection ??= this.#record().then(({ generation }) => this.#open(generation));
    return this.#connection;
  }

  async #open(generation: number): Promise<Connection> {
    const { factory, upgrades = SENT_MESSAGES_UPGRADES } = this.#ports;
    if (factory === undefined) throw new StoreUnavailable('no indexedDB');
    const forget = () => {
      this.#connection = null;
    };
    const name = nameOf(generation);
    return { generation, database: await openDatabase<SentMessagesSchema>(factory, name, upgrades, forget) };
  }

  /** Lets go of the connection when another attempt may help; throws `error` on when it cannot. */
  async #disconnectAfter(error: unknown): Promise<void> {
    const fault = databaseFault(error);
    const connection = this.#connection;
    if (fault === 'full' || fault === 'other') throw error;
    this.#connection = null;
    await connection?.then(({ database }) => database.close()).catch(() => undefined);
    if (fault === 'refused') throw new StoreUnavailable('the browser gives no database', { cause: error });
  }

  /** The database after the damaged one; counted on only once the new one is open, so that no hiccup uses up names. */
  async #replace(damaged: number | null): Promise<Connection> {
    const current = await this.#record();
    if (damaged !== null && damaged !== current.generation) return this.#connect();
    this.#replacing ??= this.#startAnew(current.generation).finally(() => {
      this.#replacing = null;
    });
    this.#connection = this.#replacing;
    return this.#replacing;
  }

  async #startAnew(damaged: number): Promise<Connection> {
    const generation = Math.max(damaged, ...(await this.#existing())) + 1;
    const connection = await this.#open(generation);
    const record: GenerationRecord = { generation, rebuiltAt: this.#ports.clock.now() };
    await this.#ports.local.set({ [RECORD_KEY]: record });
    return connection;
  }

  async #record(): Promise<GenerationRecord> {
    const parsed = v.safeParse(recordSchema, (await this.#ports.local.get(RECORD_KEY))[RECORD_KEY]);
    if (parsed.success) return parsed.output;
    // Settings may have been cleared while databases remain: the last one is the one that was in use.
    return { generation: Math.max(1, ...(await this.#existing())), rebuiltAt: null };
  }

  async #existing(): Promise<readonly number[]> {
    // Where even the list is damaged, the number in `storage.local` has to do.
    const all = (await this.#ports.factory?.databases().catch(() => [])) ?? [];
    return all
      .map(({ name }) => Number(NAME.exec(name ?? '')?.[1] ?? 0))
      .filter((generation) => generation > 0);
  }
}

function nameOf(generation: number): string {
  return `matta-sent-${generation}`;
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
