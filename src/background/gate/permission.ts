import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { Attempt, AttemptId } from '../../domain/broadcast/broadcast.ts';
import type { Addressed } from '../../domain/broadcast/changes.ts';
import type { Nonce } from '../../domain/broadcast/nonce.ts';
import { MINUTE, SECOND } from '../../domain/clock.ts';
import type { Allowed } from '../../storage/gate-memory.ts';
import { type AllowRule, RESOURCE_TYPES } from '../ports.ts';
import { BROADCASTS } from './locked-address.ts';

/** What a permission to pass the lock is asked for. */
export interface Permission {
  /** Given once under this name: a repeated message opens nothing twice. */
  readonly key: string;
  readonly tabId: number;
  /** The one request that may pass; null: the tab's next request to LINE's broadcasts. */
  readonly nonce: Nonce | null;
  readonly kind: Allowed['kind'];
  readonly attempt: AttemptId | null;
  readonly account: BasicId | null;
  /** What the request shall be; null where that is not known. It is kept in memory alone, for it holds the text. */
  readonly answeredFor: Addressed | null;
  readonly lifeMs: number;
}

/** For a draft that the page's network gate holds in its hand and that goes at once; or for one that may come. */
export function harmlessPermission(tabId: number, nonce: Nonce, isStandby: boolean): Permission {
  const lifeMs = isStandby ? MINUTE : 5 * SECOND;
  const nothing = { attempt: null, account: null, answeredFor: null };
  return { key: nonce, tabId, nonce, kind: 'harmless', ...nothing, lifeMs };
}

/** A press by hand takes longer than a request that waits. */
const PRESS_LIFE_MS = 20 * SECOND;
/** A request that is held in the hand goes at once. */
export const REQUEST_LIFE_MS = 15 * SECOND;

/** For a broadcast: the request that carries `nonce`, or with null the next press. */
export function broadcastPermission(
  tabId: number,
  { id, broadcast, page }: Attempt,
  kind: 'send' | 'override',
  nonce: Nonce | null,
  key: string,
): Permission {
  const answeredFor = { broadcast, people: page.people };
  const lifeMs = nonce === null ? PRESS_LIFE_MS : REQUEST_LIFE_MS;
  return { key, tabId, nonce, kind, attempt: id, account: broadcast.account, answeredFor, lifeMs };
}

/** Above the static rules, which have priority 1. */
const PRIORITY = 10;

/** What the browser gives as the tab of requests that a page's service worker makes. */
const NO_TAB = -1;

/** Whether a request of `tabId` may use a permission. A page's service worker hands on the request of its page, and has no tab. */
export function isForTab(permission: Pick<Permission, 'tabId' | 'nonce'>, tabId: number): boolean {
  return permission.tabId === tabId || (permission.nonce !== null && tabId === NO_TAB);
}

/**
 * The browser's rule for a permission. A condition sees the fragment of an address and no server does: so a nonce behind it
 * ties the permission to one request.
 */
export function ruleFor(
  { tabId, nonce }: { readonly tabId: number; readonly nonce: string | null },
  id: number,
): AllowRule {
  const address =
    nonce === null ? { regexFilter: BROADCASTS } : { urlFilter: `||manager.line.biz/*#${nonce}|` };
  return {
    id,
    priority: PRIORITY,
    action: { type: 'allow' },
    condition: {
      ...address,
      tabIds: nonce === null ? [tabId] : [tabId, NO_TAB],
      resourceTypes: [...RESOURCE_TYPES],
    },
  };
}
