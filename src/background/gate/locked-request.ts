import type { Instant } from '../../domain/clock.ts';
import { isBroadcastAddress } from './locked-address.ts';

/** A request as the browser tells of it. */
export interface LockedRequest {
  readonly method: string;
  readonly url: string;
  readonly tabId: number;
  readonly timeStamp: Instant;
}

/** True for what an opening for the next press lets through, drafts among it: whatever comes first has used it. */
export function isForPress({ method, url }: LockedRequest): boolean {
  return isBroadcastAddress(method, url);
}
