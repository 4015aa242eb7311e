import type { Allowed, GateMemory } from '../../storage/gate-memory.ts';
import { nonceIn } from './locked-address.ts';
import { isForPress, type LockedRequest } from './locked-request.ts';
import { isForTab, type Permission } from './permission.ts';

/** What an earlier worker had permitted; the text of it went with that worker. */
type EarlierPermission = Allowed & Pick<Permission, 'answeredFor'>;

/**
 * Finds and uses up what had allowed a request before this worker was started: the request itself may have woken it. Null
 * when nothing had.
 * @param isOwn tells the permissions that this worker has given itself, which it knows better
 */
export async function takeEarlierPermission(
  memory: GateMemory['allowed'],
  request: LockedRequest,
  isOwn: (key: string) => boolean,
): Promise<EarlierPermission | null> {
  const { tabId, timeStamp, url } = request;
  const fits = (allowed: Allowed) =>
    isForTab(allowed, tabId) &&
    allowed.endsAt >= timeStamp &&
    (allowed.nonce === null ? isForPress(request) : allowed.nonce === nonceIn(url));
  const found = (await memory.all()).find((allowed) => fits(allowed) && !isOwn(allowed.key));
  const taken = found === undefined ? null : await memory.take(found.key);
  return taken === null ? null : { ...taken, answeredFor: null };
}
