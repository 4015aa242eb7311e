import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import { SECOND } from '../domain/clock.ts';

/** One numbered step of a database's form; the n-th leads from version n to n + 1. Never changed once published. */
export type Upgrade = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** A database that can be started anew under another name when it is damaged. */
export interface DatabaseForm {
  /** `matta-x` for databases that are called `matta-x-1`, `matta-x-2` and so on. */
  readonly prefix: string;
  /** The key of its own record in `storage.local`, and the beginning of its keys elsewhere. */
  readonly key: string;
  readonly upgrades: readonly Upgrade[];
}

/**
 * Opens a database in its newest form, creating or upgrading it as needed.
 * @param onGone the connection has been closed from outside: a newer version wants it, or the browser lost it
 * @param blockedLimitMs an older worker closes its connection when asked; one that hangs shall not hang us as well
 * @throws DOMException as the browser gives it; {@link DatabaseBlocked}
 */
export function openDatabase<S extends DBSchema>(
  factory: IDBFactory,
  name: string,
  upgrades: readonly Upgrade[],
  onGone: () => void,
  blockedLimitMs = 5 * SECOND,
): Promise<IDBPDatabase<S>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, upgrades.length);
    let refusal: ReturnType<typeof setTimeout> | undefined;
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result, transaction } = request;
      if (transaction === null) throw new TypeError('an upgrade without a transaction');
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(result, transaction);
    };
    request.onblocked = () => {
      refusal = setTimeout(() => reject(new DatabaseBlocked(name)), blockedLimitMs);
    };
    request.onerror = () => {
      clearTimeout(refusal);
      reject(request.error);
    };
    request.onsuccess = () => {
      clearTimeout(refusal);
      const database = request.result;
      database.onversionchange = () => {
        database.close();
        onGone();
      };
      database.onclose = onGone;
      resolve(wrap(database) as unknown as IDBPDatabase<S>);
    };
  });
}

/** Another connection to an older form of the database does not close. */
export class DatabaseBlocked extends Error {
  override readonly name = 'DatabaseBlocked';
  constructor(database: string) {
    super(`${database} is held by an older version`);
  }
}
