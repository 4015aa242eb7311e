import { describe, expect, test } from 'vitest';
import { type HealthSample, judgeHealth } from '../../src/line/page-health.ts';

const GOOD: HealthSample = {
  listFound: true,
  rowsSampled: 40,
  unclear: 0,
  outgoing: 20,
  timed: 20,
  idsDistrusted: false,
  clockWrong: false,
  readingsDiffer: false,
};
const judge = (change: Partial<HealthSample>) => judgeHealth({ ...GOOD, ...change });

describe('a conversation', () => {
  test.each<[string, Partial<HealthSample>, string, readonly string[]]>([
    ['is healthy when all is as expected', {}, 'healthy', []],
    ['is healthy without any message of the account', { outgoing: 0, timed: 0 }, 'healthy', []],
    ['is healthy when there is no row in view', { rowsSampled: 0, outgoing: 0, timed: 0 }, 'healthy', []],
    ['is healthy with one odd row in ten', { unclear: 4 }, 'healthy', []],
    ['is degraded with more odd rows', { unclear: 5 }, 'degraded', ['direction-unclear']],
    ['is degraded with half of the rows odd', { unclear: 20 }, 'degraded', ['direction-unclear']],
    ['is lost with most rows odd', { unclear: 21, outgoing: 0, timed: 0 }, 'lost', ['direction-unclear']],
    ['is lost without a list', { listFound: false, rowsSampled: 0 }, 'lost', ['rows-not-found']],
    ['is degraded where ids lie', { idsDistrusted: true }, 'degraded', ['ids-distrusted']],
    [
      'is degraded where a second look finds something else',
      { readingsDiffer: true },
      'degraded',
      ['readings-differ'],
    ],
    ['is healthy while half of the times can be read', { timed: 10 }, 'healthy', []],
    ['is degraded when fewer can', { timed: 9 }, 'degraded', ['times-unreadable']],
  ])('%s', (_, change, state, problems) => {
    expect(judge(change)).toEqual({ state, problems });
  });

  test('is not called unreadable for what a wrong clock has done', () => {
    expect(judge({ clockWrong: true, timed: 0 })).toEqual({ state: 'degraded', problems: ['clock-wrong'] });
  });

  test('tells of every problem at once', () => {
    expect(judge({ unclear: 10, idsDistrusted: true, timed: 0 }).problems).toEqual([
      'direction-unclear',
      'ids-distrusted',
      'times-unreadable',
    ]);
  });
});
