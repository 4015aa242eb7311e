// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { idAt, row, run, separator, systemLine } from '../support/chat-markup.ts';
import { japan, openBench, settle } from '../support/conversation-bench.ts';
import { countQuestions } from '../support/count-calls.ts';
import { stack } from '../support/layout.ts';

const NOW = japan(23, 14, 30);
/** Rows of the last hours, a minute apart. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => row({ id: idAt(NOW - (count - n) * MINUTE) }));

describe('what is said of a row', () => {
  test('is the message for one of the account’s, and nothing for one of the customer’s', () => {
    const [mine, theirs] = rows(2);
    if (mine === undefined || theirs === undefined) throw new Error('no rows');
    const bench = openBench(NOW, run('outgoing', mine), run('incoming', theirs));
    expect(bench.conversation.messageOf(mine)).toMatchObject({ id: mine.dataset['id'], kind: 'text' });
    expect(bench.conversation.messageOf(theirs)).toBeNull();
  });

  test.each([
    ['no id', {}],
    ['an empty id', { id: '' }],
    ['an id that is no name', { id: 'a b<script>' }],
    ['an id that is far too long', { id: '1'.repeat(101) }],
  ])('leaves the id open where the row has %s', (_, spec) => {
    const one = row(spec);
    const bench = openBench(NOW, run('outgoing', one));
    expect(bench.conversation.messageOf(one)).toEqual({ id: null, kind: 'text', sendTime: null });
  });

  test('is read once until the row changes', async () => {
    const [one] = rows(1);
    if (one === undefined) throw new Error('no row');
    const bench = openBench(NOW, run('outgoing', one));
    bench.conversation.messageOf(one);
    const again = await countQuestions(async () => {
      for (let n = 0; n < 50; n++) bench.conversation.messageOf(one);
    });
    expect(again).toBe(0);
  });

  test('follows an element that comes back with another message in it', async () => {
    const [first, last] = rows(2);
    if (first === undefined || last === undefined) throw new Error('no rows');
    const block = run('outgoing', first, last);
    const bench = openBench(NOW, block);
    first.remove();
    await settle();
    first.dataset['id'] = idAt(NOW - 5 * MINUTE);
    last.before(first);
    await settle();
    expect(bench.timeOf(first)?.earliest).toBe(NOW - 5 * MINUTE);
  });

  test('follows an element that moved to the other side', async () => {
    const [one] = rows(1);
    if (one === undefined) throw new Error('no row');
    const theirs = run('incoming');
    const bench = openBench(NOW, run('outgoing', one), theirs);
    theirs.querySelector('.chat-content')?.append(one);
    await settle();
    expect(bench.conversation.messageOf(one)).toBeNull();
  });
});

describe('rows near the view', () => {
  test('are those at most one screen away', () => {
    const all = rows(100);
    const bench = openBench(NOW, run('outgoing', ...all));
    stack(bench.list, all, { rowHeight: 50, viewHeight: 600, scrollTop: 2_010 });
    expect(bench.conversation.rowsNearView()).toEqual(all.slice(28, 65));
  });
});

describe('work', () => {
  test('for a new message does not grow with the list', async () => {
    const costs = [];
    for (const count of [100, 600]) {
      const block = run('outgoing', ...rows(count));
      const bench = openBench(NOW, separator('今日'), block);
      const news = row({ id: idAt(NOW) });
      costs.push(
        await countQuestions(async () => {
          block.querySelector('.chat-content')?.append(news);
          await settle();
          bench.conversation.messageOf(news);
        }),
      );
    }
    const [small = 0, large = 0] = costs;
    expect(small).toBeGreaterThan(0);
    expect(large - small).toBeLessThanOrEqual(2 * Math.log2(600));
  });

  test('of a long list waits until its rows are asked for', async () => {
    const list = run('outgoing', ...rows(400));
    const perRow = await countQuestions(async () => {
      const all = rows(80);
      openBench(NOW, run('outgoing', ...all));
    });
    const opening = await countQuestions(async () => {
      openBench(NOW, list);
    });
    expect(opening / 400).toBeLessThan(perRow / 80 / 2);
  });
});

describe('unsent', () => {
  test('in a message that only stands there since before stays without a badge', () => {
    const one = row({ id: idAt(NOW - MINUTE), text: 'メッセージの送信を取り消しました' });
    const bench = openBench(NOW, run('outgoing', one));
    expect(bench.conversation.messageOf(one)).toBeNull();
  });

  test.each(['送信を取り消しました', 'Sorry, I unsent a message.', '抱歉，已收回訊息', 'unsent'])(
    'is not what an operator has written: %s',
    (text) => {
      const one = row({ id: idAt(NOW - MINUTE), text });
      const bench = openBench(NOW, run('outgoing', one));
      expect(bench.conversation.messageOf(one)).not.toBeNull();
    },
  );

  test('notices of the customer are nobody’s message', async () => {
    const [one] = rows(1);
    if (one === undefined) throw new Error('no row');
    const bench = openBench(NOW, run('outgoing', one));
    bench.list.append(systemLine('山田がメッセージの送信を取り消しました'));
    await settle();
    expect(bench.unsent).toEqual([]);
    expect(bench.conversation.messageOf(one)).not.toBeNull();
  });
});

test('nothing is told after the conversation was left', async () => {
  const block = run('outgoing', ...rows(2));
  const bench = openBench(NOW, block);
  bench.end();
  block.append(...rows(1));
  await settle();
  expect(bench.changes).toEqual([]);
});
