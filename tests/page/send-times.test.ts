// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { day, idAt, row, run, separator } from '../support/chat-markup.ts';
import { japan, openBench, settle } from '../support/conversation-bench.ts';

const NOW = japan(23, 14, 30);
const SENT = japan(23, 14, 4, 20);
const exactly = (at: number) => ({ earliest: at, latest: at, precision: 'exact', source: 'id' });
const between = (from: number, to: number) => ({
  earliest: from,
  latest: to + MINUTE - 1,
  precision: 'minute',
  source: 'clock',
});
const today = (...blocks: HTMLElement[]) => day(separator('今日', japan(23, 0)), ...blocks);

describe('a message id', () => {
  test('gives the time to 10 ms, without separator or clock', () => {
    const one = row({ id: idAt(SENT) });
    expect(openBench(NOW, run('outgoing', one)).timeOf(one)).toEqual(exactly(SENT));
  });

  test('that LINE’s client has given is the time of that computer, once the row shows a clock', () => {
    const id = `U${'c'.repeat(32)}_${SENT + 123}_1234567`;
    const [taken, pending] = [row({ id, time: '14:04' }), row({ id })];
    expect(openBench(NOW, run('outgoing', taken)).timeOf(taken)).toEqual(exactly(SENT + 123));
    expect(openBench(NOW, run('outgoing', pending)).timeOf(pending)).toBeNull();
  });

  test.each([
    ['Japan', '14:04'],
    ['India', '10:34'],
    ['Nepal', '10:49'],
    ['Thailand', '12.04 น.'],
    ['New York', '0:04'],
  ])('is believed beside a clock of %s', (_, time) => {
    const one = row({ id: idAt(SENT), time });
    const bench = openBench(NOW, today(run('outgoing', one)));
    expect(bench.conversation.times.idsDistrusted).toBe(false);
    expect(bench.timeOf(one)).toEqual(exactly(SENT));
  });

  test('is believed where the clock shows the next minute already', () => {
    const one = row({ id: idAt(japan(23, 14, 4, 59.9)), time: '14:05' });
    expect(openBench(NOW, today(run('outgoing', one))).timeOf(one)?.source).toBe('id');
  });

  test('that its clock contradicts makes all clocks count instead', () => {
    const [liar, other] = [row({ id: idAt(SENT), time: '14:11' }), row({ id: idAt(SENT), time: '14:12' })];
    const bench = openBench(NOW, today(run('incoming', liar), run('outgoing', other)));
    expect(bench.conversation.times.idsDistrusted).toBe(true);
    expect(bench.timeOf(other)).toEqual(between(japan(23, 14, 12), japan(23, 14, 12)));
  });

  test('that lies an hour after the one below it is no longer believed', () => {
    const upper = row({ id: idAt(SENT) });
    const lower = row({ id: idAt(SENT - 60 * MINUTE), time: '13:04' });
    const bench = openBench(NOW, today(run('outgoing', upper, lower)));
    expect(bench.conversation.times.idsDistrusted).toBe(true);
  });

  test('that came to be distrusted is told of, so that badges can be judged again', async () => {
    const one = row({ id: idAt(SENT) });
    const block = run('outgoing', one);
    const bench = openBench(NOW, today(block));
    block.querySelector('.chat-content')?.append(row({ id: idAt(SENT + MINUTE), time: '14:25' }));
    await settle();
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
    expect(bench.timeOf(one)?.source).not.toBe('id');
  });
});

describe('a clock on the page', () => {
  const block = (...rows: HTMLElement[]) => run('outgoing', ...rows);

  test('gives the minute on the day of its separator', () => {
    const one = row({ time: '14:04' });
    const bench = openBench(NOW, day(separator('昨日', japan(22, 0)), block(one)));
    expect(bench.timeOf(one)).toEqual(between(japan(22, 14, 4), japan(22, 14, 4)));
  });

  test('of the run’s last row leaves the rows above it the span since the clock before', () => {
    const [before, first, second, last] = [row({ time: '14:02' }), row(), row(), row({ time: '14:05' })];
    const bench = openBench(NOW, today(run('incoming', before), block(first, second, last)));
    const span = between(japan(23, 14, 2), japan(23, 14, 5));
    expect([first, second].map(bench.timeOf)).toEqual([span, span]);
  });

  test('leaves the first row of a day at most the day’s beginning, not yesterday’s last clock', () => {
    const [before, first, last] = [row({ time: '23:50' }), row(), row({ time: '0:03' })];
    const yesterday = day(separator('昨日', japan(22, 0)), run('incoming', before));
    const bench = openBench(NOW, yesterday, today(block(first, last)));
    expect(bench.timeOf(first)).toEqual(between(japan(23, 0), japan(23, 0, 3)));
  });

  test('of another run says nothing of a row', () => {
    const [alone, next] = [row(), row({ time: '14:05' })];
    const bench = openBench(NOW, today(block(alone), run('incoming', next)));
    expect(bench.timeOf(alone)).toBeNull();
  });

  test('without a readable day says nothing', () => {
    const one = row({ time: '14:04' });
    expect(openBench(NOW, day(separator('오늘'), block(one))).timeOf(one)).toBeNull();
    expect(openBench(NOW, block(row({ time: '14:04' }))).timeOf(one)).toBeNull();
  });

  test('at New Year belongs to the old year under 昨日', () => {
    const one = row({ time: '23:59' });
    const now = Date.UTC(2026, 11, 31, 15, 10);
    const bench = openBench(now, day(separator('昨日'), block(one)), day(separator('今日')));
    expect(bench.timeOf(one)?.earliest).toBe(Date.UTC(2026, 11, 31, 14, 59));
  });

  test('under 今日 still means yesterday when midnight has passed and LINE has not relabelled', () => {
    const one = row({ time: '23:55' });
    const bench = openBench(japan(23, 23, 58), day(separator('今日'), block(one)));
    bench.clock.set(japan(24, 0, 5));
    expect(bench.timeOf(one)?.earliest).toBe(japan(23, 23, 55));
  });
});

describe('what was remembered of an earlier visit', () => {
  const known = { earliest: SENT, latest: SENT + SECOND, precision: 'minute', source: 'observed' } as const;

  test('serves rows whose ids say nothing, and no others', () => {
    const [mute, speaking] = [row({ id: 'c0ffee' }), row({ id: idAt(SENT) })];
    const bench = openBench(NOW, run('outgoing', mute, speaking));
    const ids = [mute, speaking].map((one) => bench.conversation.messageOf(one)?.id ?? null);
    bench.conversation.remember(new Map(ids.flatMap((id) => (id === null ? [] : [[id, known]]))));
    expect(bench.timeOf(mute)).toEqual(known);
    expect(bench.timeOf(speaking)).toEqual(exactly(SENT));
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
  });
});
