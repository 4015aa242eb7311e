import { type BasicId, readBasicId } from '../../domain/broadcast/basic-id.ts';
import type { ManagerPlace } from './manager-page.ts';

/** What the address of a manager page names. */
export interface ManagerRoute {
  readonly account: BasicId | null;
  readonly place: ManagerPlace;
}

/** `/account/{id}/…`, also below a language or a mounting point. */
const ACCOUNT = /(?:^|\/)account\/([^/]+)(\/.*)?$/;
/** `/broadcast/create`, `/broadcast/edit/{n}`; seen until 2022. A part between is allowed for: two words decide. */
const EDITOR = /^\/(?:broadcasts?|message)\/(?:[^/]+\/)*(?:create|edit|copy)(?:\/|$)/;
/** `/broadcast`; one weak source of 2026 has `/message/list`. */
const LIST = /^\/(?:broadcasts?|message\/list|messages)\/?$/;

/** Reads the path of a manager page. Query and fragment say nothing about the place. */
export function readManagerPath(path: string): ManagerRoute {
  const [, account, rest = ''] = ACCOUNT.exec(path) ?? [];
  if (account === undefined) return { account: null, place: 'other' };
  return { account: readBasicId(account), place: placeOf(rest) };
}

function placeOf(rest: string): ManagerPlace {
  if (EDITOR.test(rest)) return 'editor';
  return LIST.test(rest) ? 'list' : 'other';
}
