// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import {
  conversationHealth,
  healthAtUnknownAddress,
  healthWithoutList,
} from '../../src/line/chat/conversation-health.ts';
import {
  day,
  el,
  idAt,
  messageList,
  row,
  run,
  runOfClass,
  separator,
  systemLine,
} from '../support/chat-markup.ts';
import { japan, openBench, settle } from '../support/conversation-bench.ts';
import { placeAt, stack } from '../support/layout.ts';

const NOW = japan(23, 14, 30);
const rows = (count: number, time?: string) =>
  Array.from({ length: count }, (_, n) =>
    row({ id: idAt(NOW - (count - n) * MINUTE), ...(time === undefined ? {} : { time }) }),
  );

function inView(all: readonly HTMLElement[], ...blocks: HTMLElement[]) {
  const bench = openBench(NOW, day(separator('今日'), ...blocks));
  stack(bench.list, all);
  return bench;
}

describe('an open conversation', () => {
  test('is healthy, and says which alternative of each anchor matched', () => {
    const all = rows(4);
    const { conversation } = inView(all, run('outgoing', ...all));
    expect(conversationHealth(conversation)).toEqual({
      state: 'healthy',
      problems: [],
      anchors: {
        row: 0,
        run: 0,
        outgoing: 0,
        operator: 0,
        runHeader: -1,
        rowContent: 0,
        rowMargin: 0,
        day: 0,
        dayLabel: 0,
      },
    });
  });

  test('of 2023 matches other alternatives', () => {
    const all = rows(2);
    const bench = openBench(NOW, separator('今日', null, '2023'), run('outgoing', ...all));
    stack(bench.list, all);
    expect(conversationHealth(bench.conversation).anchors).toMatchObject({ row: 0, day: 1 });
  });

  test('judges only the rows near the view', () => {
    const all = rows(70);
    const [odd, fine] = [all.slice(0, 60), all.slice(60)];
    const bench = openBench(NOW, el('div', '', ...odd), run('outgoing', ...fine));
    stack(bench.list, all, { scrollTop: 60 * 50 + 1_000, viewHeight: 600 });
    expect(conversationHealth(bench.conversation).state).toBe('healthy');
  });

  test('is lost when nothing tells who sent its rows', () => {
    const all = rows(6);
    const { conversation } = inView(all, el('div', 'x1', ...all));
    expect(conversationHealth(conversation)).toMatchObject({
      state: 'lost',
      problems: ['direction-unclear'],
      anchors: { run: -1 },
    });
  });

  test('is degraded when ids and clocks contradict each other, and when the clock is wrong', async () => {
    const liars = rows(2, '3:33');
    expect(conversationHealth(inView(liars, run('outgoing', ...liars)).conversation).problems).toContain(
      'ids-distrusted',
    );
    const future = [row({ id: idAt(NOW + 4 * MINUTE) })];
    expect(conversationHealth(inView(future, run('outgoing', ...future)).conversation)).toMatchObject({
      state: 'degraded',
      problems: ['clock-wrong'],
    });
  });

  test('is degraded when no time can be read', () => {
    const mute = [row(), row(), row()];
    expect(conversationHealth(inView(mute, run('outgoing', ...mute)).conversation).problems).toEqual([
      'times-unreadable',
    ]);
  });
});

describe('a row that stands on the account’s side without LINE’s class for it', () => {
  test('makes the layout count for all rows from then on, and tells of it', async () => {
    const [mine, theirs] = [rows(1), rows(1)];
    const right = runOfClass('chat chat-text-dark chat-success', null, ...mine);
    const left = run('incoming', ...theirs);
    const bench = inView([...mine, ...theirs], left, right);
    right.setAttribute('style', 'display: flex; flex-direction: row-reverse');
    for (const [{ 0: one }, edge] of [
      [mine, 560],
      [theirs, 40],
    ] as const) {
      for (const part of one?.children ?? []) placeAt(part, { left: edge, width: 200, height: 30 });
    }
    const [one] = mine;
    if (one === undefined) throw new Error('no row');
    expect(bench.conversation.messageOf(one)).toBeNull();
    expect(conversationHealth(bench.conversation).state).toBe('healthy');
    await settle();
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
    expect(bench.conversation.messageOf(one)?.kind).toBe('text');
    expect(theirs.map((other) => bench.conversation.messageOf(other))).toEqual([null]);
  });
});

describe('a second look', () => {
  test('tells of messages with an id that none of the known rows holds', () => {
    const all = rows(2);
    const missed = el('div', 'x1', 'こんにちは');
    missed.dataset['id'] = idAt(NOW);
    const bench = inView(all, run('outgoing', ...all), missed);
    expect(conversationHealth(bench.conversation)).toMatchObject({
      state: 'degraded',
      problems: ['readings-differ'],
    });
  });

  test('is content with ids of other things', () => {
    const all = rows(2);
    const others = ['1', 'no-message', ''].map((id) => {
      const other = el('div', 'x1', 'こんにちは');
      other.dataset['id'] = id;
      return other;
    });
    const bench = inView(all, run('outgoing', ...all), ...others);
    expect(conversationHealth(bench.conversation).state).toBe('healthy');
  });

  test('takes the promise from a row of the account’s class that stands on the customer’s side', async () => {
    const all = rows(3);
    const bench = inView(all, run('outgoing', ...all));
    const [one] = all;
    if (one === undefined) throw new Error('no row');
    expect(bench.conversation.messageOf(one)).not.toBeNull();
    for (const part of one.children) placeAt(part, { left: 40, width: 200, height: 30 });
    expect(conversationHealth(bench.conversation).problems).toEqual(['direction-unclear']);
    await settle();
    expect(bench.changes.at(-1)?.rejudge).toBe(true);
    expect(all.map((each) => bench.conversation.messageOf(each) === null)).toEqual([true, false, false]);
  });
});

describe('a conversation without rows', () => {
  test('is lost where other things than LINE’s own lines are in its list', () => {
    const list = messageList(systemLine('今日'), el('div', 'x1', 'こんにちは'));
    document.body.replaceChildren(list);
    expect(healthWithoutList(document).problems).toEqual(['rows-not-found']);
    list.lastElementChild?.replaceWith(el('img'));
    expect(healthWithoutList(document).problems).toEqual(['rows-not-found']);
    list.lastElementChild?.remove();
    expect(healthWithoutList(document).state).toBe('healthy');
  });

  test('is lost where rows are found, but nothing that scrolls around them', () => {
    document.body.replaceChildren(systemLine('今日'), run('outgoing', row()));
    expect(healthWithoutList(document).problems).toEqual(['rows-not-found']);
  });

  test('is empty where LINE has written a line of its own, and lost where there is nothing known', () => {
    document.body.replaceChildren(systemLine('友だち追加されました'));
    expect(healthWithoutList(document).state).toBe('healthy');
    document.body.replaceChildren(el('div', 'x1', 'text'));
    expect(healthWithoutList(document)).toEqual({
      state: 'lost',
      problems: ['rows-not-found'],
      anchors: { row: -1 },
    });
  });
});

describe('an address that names no conversation', () => {
  test('is nothing to tell of, unless messages are on show: then addresses have changed', () => {
    document.body.replaceChildren(el('div', 'list-group', 'x'));
    expect(healthAtUnknownAddress(document)).toBeNull();
    const one = row({ id: idAt(NOW) });
    document.body.replaceChildren(messageList(run('outgoing', one)));
    one.checkVisibility = () => false;
    expect(healthAtUnknownAddress(document)).toBeNull();
    one.checkVisibility = () => true;
    expect(healthAtUnknownAddress(document)).toMatchObject({ state: 'lost', problems: ['rows-not-found'] });
  });
});
