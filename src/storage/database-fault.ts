import { DatabaseBlocked } from './open-database.ts';

/**
 * What an error of the database means. `full`: no room. `refused`: the browser gives no database, or not now. `closed`:
 * the connection went away, another may work. `damaged`: what is on the disk cannot be used. `other`: not the database's
 * fault, or a mistake of ours, for which nobody's data is put aside.
 */
export type DatabaseFault = 'full' | 'refused' | 'closed' | 'damaged' | 'other';

/** Names as browsers use them. Chrome reports a broken or missing file under any name of the last group. */
const FAULTS: Readonly<Record<string, DatabaseFault>> = {
  QuotaExceededError: 'full',
  SecurityError: 'refused',
  InvalidStateError: 'closed',
  AbortError: 'closed',
  UnknownError: 'damaged',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  VersionError: 'damaged',
  TimeoutError: 'damaged',
};

/** Tells what to do about an error that came out of opening or using the database. */
export function databaseFault(error: unknown): DatabaseFault {
  if (error instanceof DatabaseBlocked || error instanceof StoreUnavailable) return 'refused';
  return error instanceof DOMException ? (FAULTS[error.name] ?? 'other') : 'other';
}

/** The store can neither be read nor written: the browser gives no database. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
