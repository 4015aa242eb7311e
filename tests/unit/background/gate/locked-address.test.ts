import { expect, it } from 'vitest';
import { isLocked, WATCHED } from '../../../../src/background/gate/locked-address.ts';

/** As the browser reads match patterns, for the ones that are used here. */
function matches(pattern: string, url: string): boolean {
  const written = pattern.replace('*://', 'https://').split('*');
  const escaped = written.map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(url);
}

it.each([
  'https://manager.line.biz/api/bots/@shop/broadcasts/v2',
  'https://manager.line.biz/api/v9/bots/%40shop/broadcasts/send',
  'https://manager.line.biz/x/api/bots/@shop/broadcasts',
  'https://manager.line.biz/api/bots/@shop/broadc%61sts',
  'https://manager.line.biz/%61pi/%62ots/@shop/%62roadcasts',
  'https://manager.line.biz/x/%61pi/bots/@shop/%62roadcasts',
  'https://manager.line.biz/api%2Fbots%2F@shop%2Fbroadcasts',
])('what is locked is watched: %s', (url) => {
  expect(isLocked('POST', url)).toBe(true);
  expect(WATCHED.filter((pattern) => matches(pattern, url))).not.toEqual([]);
});
