import type { Instant } from '../../domain/clock.ts';
import type { AnswerDetails, WebRequest } from '../ports.ts';
import type { GatePorts } from './gate-ports.ts';

const ADDRESSES = ['https://manager.line.biz/api/*'];

/** Learns what time it is for LINE's server, from every answer that a page of LINE's gets. To be called at the top level. */
export function followLineClock(webRequest: WebRequest, clocks: GatePorts['clocks']): void {
  webRequest.onCompleted.addListener(
    (details) => {
      const date = dateOf(details);
      if (date !== null) clocks.noteLine(date);
    },
    { urls: [...ADDRESSES] },
    ['responseHeaders'],
  );
}

/** The `Date` header. Null for what lay in the browser's cache, and says an old time. */
function dateOf({ fromCache, responseHeaders = [] }: AnswerDetails): Instant | null {
  if (fromCache) return null;
  const header = responseHeaders.find(({ name }) => name.toLowerCase() === 'date');
  const date = Date.parse(header?.value ?? '');
  return date >= 0 ? date : null;
}
