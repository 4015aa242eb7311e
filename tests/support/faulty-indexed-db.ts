import { IDBFactory } from 'fake-indexeddb';

type Stage = 'open' | 'read' | 'write';

/** What a database does wrong: at which stage, with which error, and how many times before it is well again. */
export interface Fault {
  readonly stage: Stage;
  readonly error: string;
  readonly times?: number;
  /** Only databases whose name ends like this; all, when it is missing. */
  readonly name?: string;
}

/** An `indexedDB` in memory that fails when a test wants it to. */
export class FaultyIndexedDb extends IDBFactory {
  #fault: Fault | null = null;
  #left = 0;
  /** Names of the databases that were opened, in order. */
  readonly opened: string[] = [];

  failWith(fault: Fault | null): void {
    this.#fault = fault;
    this.#left = fault?.times ?? Number.POSITIVE_INFINITY;
  }

  override open(name: string, version?: number) {
    this.opened.push(name);
    const error = this.#failure('open', name);
    if (error !== null) throw error;
    const request = super.open(name, version);
    request.addEventListener('success', () => this.#watch(request.result));
    return request;
  }

  #watch(database: IDBDatabase): void {
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      const error = this.#failure(mode === 'readwrite' ? 'write' : 'read', database.name);
      const transaction = begin(stores, mode, options);
      if (error?.name === 'QuotaExceededError') abortWith(transaction, error.name);
      else if (error !== null) throw error;
      return transaction;
    };
  }

  #failure(stage: Stage, name: string): DOMException | null {
    const fault = this.#fault;
    if (fault?.stage !== stage || !name.endsWith(fault.name ?? '') || this.#left <= 0) return null;
    this.#left -= 1;
    return new DOMException('made to fail', fault.error);
  }
}

/** A full disk ends the transaction as a whole; its requests only learn that it was aborted. */
function abortWith(transaction: IDBTransaction, error: string): void {
  const inner = transaction as IDBTransaction & { _abort(error: string): void };
  queueMicrotask(() => inner._abort(error));
}
