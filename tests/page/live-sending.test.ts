// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { day, idAt, row, run, separator } from '../support/chat-markup.ts';
import { japan, openBench, settle } from '../support/conversation-bench.ts';

const NOW = japan(23, 14, 30);

/** A conversation with one old message, to which messages are sent. */
function conversation(old = row({ id: idAt(NOW - 60 * MINUTE) })) {
  const block = run('outgoing', old);
  const bench = openBench(NOW, day(separator('今日'), block));
  return {
    ...bench,
    old,
    async appear(one: HTMLElement, afterMs = 0) {
      bench.clock.advance(afterMs);
      block.querySelector('.chat-content')?.append(one);
      await settle();
      return one;
    },
  };
}

describe('a message sent here', () => {
  test.each(['pressEnter', 'pressSend'] as const)('is observed without an id (%s)', async (press) => {
    const bench = conversation();
    bench[press]();
    const one = await bench.appear(row({ id: 'c0ffee' }), 400);
    expect(bench.timeOf(one)).toEqual({
      earliest: NOW,
      latest: NOW + 400,
      precision: 'minute',
      source: 'observed',
    });
  });

  test('is not believed to be sent now when its own clock says otherwise', async () => {
    const bench = conversation();
    bench.pressEnter();
    const one = await bench.appear(row({ id: 'c0ffee', time: '09:00' }), 400);
    expect(bench.timeOf(one)?.source).toBe('clock');
  });

  test('under the name that the web client gives it is shown, but not told of as a message', async () => {
    const bench = conversation();
    const sendId = `U${'0123456789abcdef'.repeat(2)}_${NOW}_12345678`;
    const one = await bench.appear(row({ id: sendId, time: '14:30' }));
    expect(bench.conversation.messageOf(one)).toMatchObject({ id: null, sendTime: { earliest: NOW } });
  });

  test('under that name alone has not been taken by LINE, for all that is known', async () => {
    const bench = conversation();
    const one = await bench.appear(row({ id: `U${'0123456789abcdef'.repeat(2)}_${NOW}_12345678` }));
    expect(bench.timeOf(one)).toBeNull();
  });

  test('is matched with its own press when two were sent in a hurry', async () => {
    const bench = conversation();
    bench.pressEnter();
    bench.clock.advance(2 * SECOND);
    bench.pressEnter();
    const first = await bench.appear(row({ id: 'one' }), 500);
    const second = await bench.appear(row({ id: 'two' }), 500);
    expect([first, second].map((one) => bench.timeOf(one)?.earliest)).toEqual([NOW, NOW + 2 * SECOND]);
  });

  test.each<[string, KeyboardEventInit]>([
    ['a line break', { shiftKey: true }],
    ['choosing a word', { isComposing: true }],
    ['another key', { key: 'a' }],
  ])('is not to be seen in %s', async (_, init) => {
    const bench = conversation();
    bench.pressEnter(init);
    expect(bench.timeOf(await bench.appear(row({ id: 'c0ffee' })))).toBeNull();
  });

  test('is not one that appears half a minute after the press', async () => {
    const bench = conversation();
    bench.pressEnter();
    expect(bench.timeOf(await bench.appear(row({ id: 'c0ffee' }), 31 * SECOND))).toBeNull();
  });

  test('is not one that is loaded above', async () => {
    const bench = conversation();
    bench.pressEnter();
    const older = row({ id: 'older' });
    bench.list.prepend(run('outgoing', older));
    await settle();
    expect(bench.timeOf(older)).toBeNull();
  });

  test('is none of those that LINE renders anew', async () => {
    const rows = [row({ id: 'old1' }), row({ id: 'old2' })];
    const bench = conversation();
    bench.pressEnter();
    bench.list.replaceChildren(run('outgoing', ...rows));
    await settle();
    expect(rows.map(bench.timeOf)).toEqual([null, null]);
    const anew = row({ id: 'old2' });
    rows[1]?.replaceWith(anew);
    await settle();
    expect(bench.timeOf(anew)).toBeNull();
  });

  test('keeps its time when LINE gives its element an id, or puts another in its place', async () => {
    const bench = conversation();
    bench.pressEnter();
    const one = await bench.appear(row(), 100);
    one.dataset['id'] = 'confirmed';
    await settle();
    expect(bench.timeOf(one)?.earliest).toBe(NOW);
    bench.clock.advance(300);
    const other = row({ id: 'confirmed' });
    one.replaceWith(other);
    await settle();
    expect(bench.timeOf(other)).toMatchObject({ earliest: NOW, source: 'observed' });
  });

  test('does not lend its time to another message that LINE shows in its element', async () => {
    const bench = conversation();
    bench.pressEnter();
    const one = await bench.appear(row({ id: 'mine' }));
    one.dataset['id'] = 'another';
    await settle();
    expect(bench.timeOf(one)).toBeNull();
  });

  test('is not offered while LINE has not taken it', async () => {
    const bench = conversation();
    bench.pressEnter();
    const one = await bench.appear(row({ icon: 'fas fa-sync text-info' }));
    expect(bench.conversation.messageOf(one)).toBeNull();
    one.querySelector('.dropdown')?.remove();
    await settle();
    expect(bench.timeOf(one)?.source).toBe('observed');
  });
});

describe('this computer’s clock', () => {
  test('is measured by a message that was sent here', async () => {
    const bench = conversation();
    bench.pressEnter();
    await bench.appear(row({ id: idAt(NOW + 40 * SECOND) }), 200);
    expect(bench.conversation.now()).toBe(NOW + 200 + 40 * SECOND);
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
  });

  test('is measured when the id comes after the row', async () => {
    const bench = conversation();
    bench.pressEnter();
    const one = await bench.appear(row(), 200);
    one.dataset['id'] = idAt(NOW + 40 * SECOND);
    await settle();
    expect(bench.conversation.now()).toBe(NOW + 200 + 40 * SECOND);
  });

  test('that runs fast is left alone: that only shortens what is promised', async () => {
    const bench = conversation();
    bench.pressEnter();
    await bench.appear(row({ id: idAt(NOW - 30 * SECOND) }), 200);
    expect(bench.conversation.now()).toBe(NOW + 200);
  });

  test('is corrected by a message that lies 30 seconds ahead', async () => {
    const bench = conversation();
    await bench.appear(row({ id: idAt(NOW + 30 * SECOND) }));
    expect(bench.conversation.now()).toBe(NOW + 30 * SECOND);
  });

  test('is given up when the newest message lies three minutes ahead, and all are told', async () => {
    const bench = conversation();
    await bench.appear(row({ id: idAt(NOW + 3 * MINUTE) }));
    expect(bench.conversation.now()).toBeNull();
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
  });

  test('is given up by a displayed clock three minutes ahead, too, and all are told', async () => {
    const bench = conversation(row({ time: '13:30' }));
    const one = await bench.appear(row({ time: '14:33' }));
    const told = bench.changes.length;
    expect(bench.timeOf(one)).toBeNull();
    await settle();
    expect(bench.conversation.now()).toBeNull();
    expect(bench.changes.slice(told).map(({ rejudge }) => rejudge)).toEqual([true]);
  });

  test('is not given up for one damaged id further up', async () => {
    const bench = conversation();
    const damaged = row({ id: '999999999999999999' });
    bench.old.before(damaged);
    await settle();
    expect(bench.timeOf(damaged)).toBeNull();
    expect(bench.conversation.now()).toBe(NOW);
    expect(bench.timeOf(bench.old)?.source).toBe('id');
  });
});
