// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LiveRows, type RowChange } from '../../src/line/chat/live-rows.ts';
import { el, idAt, messageList, row, run, separator } from '../support/chat-markup.ts';
import { settle } from '../support/conversation-bench.ts';
import { countQuestions } from '../support/count-calls.ts';

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => ending.abort());

const newRow = (n = 1) => row({ id: idAt(Date.UTC(2026, 10, 23) + n * 1000), text: `message ${n}` });
const newRows = (count: number) => Array.from({ length: count }, (_, n) => newRow(n));

function follow(...blocks: readonly HTMLElement[]) {
  const list = messageList(...blocks);
  document.body.replaceChildren(list);
  const changes: RowChange[] = [];
  const live = new LiveRows(list, (change) => changes.push(change), ending.signal);
  live.start();
  const initial = changes.splice(0);
  return {
    list,
    live,
    initial,
    async change(act: () => void) {
      act();
      await settle();
      return changes.splice(0).map(({ added, removed, changed }) => ({
        added: [...added],
        removed: [...removed],
        changed: [...changed],
      }));
    },
  };
}

describe('rows of a list', () => {
  test('that are there at the start are told of once, in page order', () => {
    const rows = newRows(3);
    const { initial, live } = follow(run('incoming', ...rows.slice(0, 1)), run('outgoing', ...rows.slice(1)));
    expect(initial.map(({ added }) => added)).toEqual([rows]);
    expect(live.order.all).toEqual(rows);
  });

  test('that are appended to a run are added', async () => {
    const block = run('outgoing', newRow(1));
    const bench = follow(block);
    const news = newRow(2);
    const changes = await bench.change(() => block.querySelector('.chat-content')?.append(news));
    expect(changes).toEqual([{ added: [news], removed: [], changed: [] }]);
    expect(bench.live.order.all.at(-1)).toBe(news);
  });

  test('that are loaded above, fifty at once, stand before the others', async () => {
    const old = newRows(3);
    const bench = follow(run('outgoing', ...old));
    const older = newRows(50);
    const [change] = await bench.change(() => bench.list.prepend(run('incoming', ...older)));
    expect(change?.added).toEqual(older);
    expect(bench.live.order.all).toEqual([...older, ...old]);
  });

  test('that go with their whole day are removed', async () => {
    const rows = newRows(4);
    const block = run('outgoing', ...rows);
    const bench = follow(block, run('incoming', newRow(9)));
    expect(await bench.change(() => block.remove())).toEqual([{ added: [], removed: rows, changed: [] }]);
    expect(bench.live.order.all).toHaveLength(1);
    expect(bench.live.rowAround(rows[0] ?? block)).toBeNull();
  });

  test('that are moved end up where they stand now', async () => {
    const [a, b, c] = [newRow(1), newRow(2), newRow(3)];
    const block = run('outgoing', a, b, c);
    const bench = follow(block);
    await bench.change(() => c.after(a));
    expect(bench.live.order.all).toEqual([b, c, a]);
  });

  test('that come and go within one change are not told of', async () => {
    const bench = follow(run('outgoing', newRow(1)));
    const flash = run('outgoing', newRow(2));
    expect(
      await bench.change(() => {
        bench.list.append(flash);
        flash.remove();
      }),
    ).toEqual([]);
  });

  test('that are filled after they were put in are one row each', async () => {
    const block = run('outgoing', newRow(1));
    const bench = follow(block);
    const shell = el('div', 'chat-body');
    const [change] = await bench.change(() => {
      block.querySelector('.chat-content')?.append(shell);
      shell.append(...newRow(2).childNodes);
    });
    expect(change?.added).toEqual([shell]);
    expect(bench.live.order.all).toHaveLength(2);
    expect(bench.live.alternative).toBe(0);
  });
});

describe('a row', () => {
  test.each<[string, (one: HTMLElement) => void]>([
    ['id', (one) => one.setAttribute('data-id', '5')],
    ['clock', (one) => one.querySelector('.chat-sub')?.append(el('span', '', '14:04'))],
    [
      'text',
      (one) => {
        const text = one.querySelector('.chat-item-text')?.firstChild;
        if (text instanceof Text) text.data = 'another';
      },
    ],
    ['menu', (one) => one.querySelector('.chat-main')?.replaceChildren()],
  ])('counts as changed when its %s is another one', async (_, change) => {
    const one = newRow(1);
    const bench = follow(run('outgoing', one, newRow(2)));
    expect(await bench.change(() => change(one))).toEqual([{ added: [], removed: [], changed: [one] }]);
  });

  test('does not count as changed when our leaf is put in or written', async () => {
    const one = newRow(1);
    const bench = follow(run('outgoing', one));
    const badge = document.createElement('matta-badge');
    const text = document.createTextNode('あと58分');
    badge.append(text);
    expect(await bench.change(() => one.append(badge))).toEqual([]);
    expect(
      await bench.change(() => {
        text.data = 'あと57分';
        badge.replaceChildren('あと56分');
      }),
    ).toEqual([]);
  });

  test('counts as changed when LINE throws our leaf out', async () => {
    const one = newRow(1);
    const badge = document.createElement('matta-badge');
    one.append(badge);
    const bench = follow(run('outgoing', one));
    expect(await bench.change(() => badge.remove())).toEqual([{ added: [], removed: [], changed: [one] }]);
  });
});

describe('other elements', () => {
  test('that come, or whose text changes, are told of for those who look for separators', async () => {
    const list = messageList(run('outgoing', newRow(1)));
    document.body.replaceChildren(list);
    const others: Element[] = [];
    const live = new LiveRows(list, (change) => others.push(...change.others), ending.signal);
    live.start();
    others.length = 0;
    const mark = separator('今日');
    list.append(mark);
    await settle();
    expect(others).toEqual([mark]);
    const label = mark.querySelector('.chatsys-content')?.firstChild;
    if (label instanceof Text) label.data = '昨日';
    await settle();
    expect(others).toHaveLength(2);
  });
});

describe('cost and end', () => {
  test('a new message costs the same in a list of 40 and of 800', async () => {
    const costs = [];
    for (const count of [40, 800]) {
      const block = run('outgoing', ...newRows(count));
      const bench = follow(block);
      const add = () => block.querySelector('.chat-content')?.append(newRow(count));
      costs.push(await countQuestions(() => bench.change(add).then(() => {})));
    }
    const [small = 0, large = 0] = costs;
    expect(small).toBeGreaterThan(0);
    expect(large).toBe(small);
  });

  test('a page of fifty loaded above costs as much as it is long', async () => {
    const costs = [];
    for (const count of [50, 800]) {
      const bench = follow(run('outgoing', ...newRows(count)));
      const older = run('incoming', ...newRows(50));
      costs.push(await countQuestions(() => bench.change(() => bench.list.prepend(older)).then(() => {})));
    }
    const [small = 0, large = 0] = costs;
    expect(large - small).toBeLessThanOrEqual(2 * Math.log2(800));
  });

  test('nothing is told after the end', async () => {
    const bench = follow(run('outgoing', newRow(1)));
    ending.abort();
    expect(await bench.change(() => bench.list.append(run('outgoing', newRow(2))))).toEqual([]);
  });
});
