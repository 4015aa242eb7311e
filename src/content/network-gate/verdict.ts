import { classifyBody } from '../../line/manager/requests/classify-body.ts';
import type { RequestClass } from '../../line/manager/requests/classify-request.ts';
import type { GateLink } from './gate-link.ts';

/**
 * What is done with a request. `pass`: nothing. `open-lock`: a draft on an address that the browser locks. `hold`: it may make
 * a broadcast real.
 */
export type Verdict = 'pass' | 'open-lock' | 'hold';

/** Judges a request by its class and body, and tells the content script what it only has to know of. */
export function judge(
  link: GateLink,
  requestClass: Exclude<RequestClass, 'harmless'>,
  url: string,
  body: string | null,
): Verdict {
  if (requestClass === 'test') {
    link.tellTest(url, body);
    return 'pass';
  }
  const bodyClass = classifyBody(body, requestClass);
  if (bodyClass === 'harmless') return 'pass';
  // In every mode: the browser's lock does not know of drafts, and is switched by itself.
  if (bodyClass === 'draft') return requestClass === 'commit' ? 'open-lock' : 'pass';
  if (link.mode === 'enforce') return 'hold';
  if (link.mode === 'off') return 'pass';
  link.tellObserved(url, body);
  return 'pass';
}
