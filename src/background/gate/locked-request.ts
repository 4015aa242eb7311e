import type { Instant } from '../../domain/clock.ts';
import { isBroadcastAddress } from './locked-address.ts';

/** A request as the browser tells of it. */
export interface LockedRequest {
  readonly method: string;
  readonly url: string;
  readonly tabId: number;
  readonly timeStamp: Instant;
  readonly isDraft: boolean;
}

/** True for what the operator's next press may send. */
export function isForPress({ method, url, isDraft }: LockedRequest): boolean {
  return !isDraft && isBroadcastAddress(method, url);
}
