import type { Broadcast } from '../../domain/broadcast/broadcast.ts';
import { changesBetween } from '../../domain/broadcast/changes.ts';
import { classifyBody } from '../../line/manager/requests/classify-body.ts';
import { classifyRequest } from '../../line/manager/requests/classify-request.ts';
import { readBroadcastRequest } from '../../line/manager/requests/read-broadcast-request.ts';
import type { Flight } from '../../storage/gate-memory.ts';
import type { RequestBody, RequestDetails } from '../ports.ts';
import type { Claim } from './lock.ts';
import { isLocked, nonceIn } from './locked-address.ts';
import { bodyText } from './request-body.ts';

/** A request that may be a broadcast, as it leaves the page. */
export interface Departure {
  readonly details: RequestDetails;
  readonly broadcast: Broadcast;
  /** False where the browser does not show the body: then nothing can be compared. */
  readonly isReadable: boolean;
  readonly isDraft: boolean;
  readonly isCommit: boolean;
  readonly isLocked: boolean;
}

/** Looks at a request that leaves; null for one that has nothing to do with broadcasts. */
export function readDeparture(
  details: RequestDetails & { readonly requestBody?: RequestBody | undefined },
): Departure | null {
  const { method, url, requestBody } = details;
  const requestClass = classifyRequest(method, url);
  const locked = isLocked(method, url);
  if (requestClass === 'harmless' || (requestClass === 'test' && !locked)) return null;
  const body = bodyText(requestBody);
  const said = classifyBody(body, requestClass === 'commit' ? 'commit' : 'body');
  if (said === 'harmless' && !locked && nonceIn(url) === null) return null;
  return {
    details,
    broadcast: readBroadcastRequest(url, body),
    isReadable: body !== null,
    isDraft: said === 'draft',
    isCommit: said === 'commit',
    isLocked: locked,
  };
}

/** The same with what had allowed it, as it is remembered until it arrives. */
export function flightOf(departure: Departure, claim: Claim | null): Flight {
  const { details, broadcast, isDraft, isLocked: locked } = departure;
  return {
    requestId: details.requestId,
    tabId: details.tabId,
    requestType: details.type,
    account: broadcast.account,
    isScheduled: broadcast.schedule.kind === 'at',
    allowed: claim === null ? null : withoutText(claim),
    differs: claim !== null && isOther(departure, claim),
    isDraft,
    isLocked: locked,
  };
}

function withoutText({ answeredFor: _, ...allowed }: Claim): Flight['allowed'] {
  return allowed;
}

/** What the browser does not show is not held against the request: a page may send any of its bodies as a `Blob`. */
function isOther({ broadcast, isReadable, isCommit }: Departure, { kind, answeredFor }: Claim): boolean {
  if (!isReadable) return false;
  if (kind === 'harmless') return isCommit;
  if (answeredFor === null) return false;
  return changesBetween(answeredFor, { broadcast, people: answeredFor.people }).length > 0;
}
