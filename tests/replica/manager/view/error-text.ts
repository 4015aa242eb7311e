import { labels } from '../locale.ts';
import type { RequestEnd } from '../practice-manager-api.ts';

/** What the page says about a request that did not do what it should. */
export function errorText(end: RequestEnd): string {
  const { errors } = labels;
  switch (end) {
    case 'timeout':
      return errors.timeout;
    case 'network':
    case 'abort':
    case 'unknown':
      return errors.network;
    case 400:
      return errors.refused;
    case 403:
      return errors.forbidden;
    case 409:
      return errors.changed;
    default:
      return errors.server;
  }
}
