import { DatabaseBlocked } from './open-database.ts';

/**
 * What an error of the database means. `full`: no room. `refused`: the browser gives no database, or not now. `passing`:
 * the connection went away, or the disk did not answer; another attempt may work. `damaged`: what is on the disk surely
 * cannot be used. `other`: not the database's fault, or a mistake of ours, for which nobody's data is put aside.
 */
export type DatabaseFault = 'full' | 'refused' | 'passing' | 'damaged' | 'other';

/** Names as browsers use them. Chrome reports under `UnknownError` whatever it cannot read, for now or for ever. */
const FAULTS: Readonly<Record<string, DatabaseFault>> = {
  QuotaExceededError: 'full',
  SecurityError: 'refused',
  InvalidStateError: 'passing',
  AbortError: 'passing',
  UnknownError: 'passing',
  TimeoutError: 'passing',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  VersionError: 'damaged',
};

/** Tells what to do about an error that came out of opening or using the database. */
export function databaseFault(error: unknown): DatabaseFault {
  if (error instanceof DatabaseBlocked || error instanceof StoreUnavailable) return 'refused';
  return error instanceof DOMException ? (FAULTS[error.name] ?? 'other') : 'other';
}

/** The store can neither be read nor written: the browser gives no database, or none that works for now. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
