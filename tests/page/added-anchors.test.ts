// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import { chatAnchors } from '../../src/line/chat/anchors.ts';
import { readRow } from '../../src/line/chat/read-row.ts';
import { el, idAt, messageList, row, run, runOfClass } from '../support/chat-markup.ts';
import { CUSTOMER, japan } from '../support/conversation-bench.ts';
import { placeAt } from '../support/layout.ts';
import { address, listOf, message, open } from '../support/page-bench.ts';

const NOW = japan(23, 14, 30);
const add = (added: Parameters<typeof chatAnchors.add>[1]) => chatAnchors.add(document, added);
afterEach(() => add({}));

describe('selectors that a policy adds', () => {
  test('are asked where none that is built in finds anything', () => {
    const one = row();
    const block = runOfClass('chat chat-reverse chat-success', null, one);
    block.querySelector('.chat-content')?.prepend(el('div', 'x-name', el('b', '', '！'), 'Broadcast'));
    const kind = () => readRow(one, messageList(block), 'class').kind;
    expect(kind()).toBe('text');
    block.querySelector('b')?.remove();
    add({ runHeader: ['.x-name'] });
    expect(kind()).toBe('broadcast');
  });

  test('add to the signs that a message was not taken', () => {
    const one = row({ icon: 'x-refused' });
    const state = () => readRow(one, messageList(run('outgoing', one)), 'class').state;
    expect(state()).toBe('sent');
    add({ failed: ['.x-refused'] });
    expect(state()).toBe('failed');
  });

  test('make no message of the customer’s one of the account’s, unless it stands on that side', () => {
    add({ outgoing: ['.chat'] });
    const one = row();
    const block = run('incoming', one);
    const list = messageList(block);
    document.body.append(list);
    placeAt(list, { width: 800, height: 600 });
    const stand = (left: number) => {
      for (const part of one.children) placeAt(part, { left, width: 200, height: 30 });
      return readRow(one, list, 'class').direction;
    };
    expect(stand(40)).toBe('undecided');
    block.setAttribute('style', 'display: flex; flex-direction: row-reverse');
    expect(stand(560)).toBe('outgoing');
  });

  test.each([['chat-main'], ['div >'], ['.a, .b {'], ['[data-id'], [':nonsense(']])(
    'that are none (%s) are left out, and those beside them are not',
    (text) => {
      add({ failed: [text, '.x-refused'] });
      expect(chatAnchors.added('failed').filter((selector) => selector !== text)).toEqual(['.x-refused']);
      const one = row({ icon: 'x-refused' });
      expect(readRow(one, messageList(run('outgoing', one)), 'class').state).toBe('failed');
    },
  );

  test('for other parts than those that may have some count for nothing', () => {
    add({ rowMenu: ['.text-muted'], day: ['.x'], operator: ['.chat-secondary'], nonsense: ['.x'] });
    expect(['rowMenu', 'day', 'operator'].map((name) => chatAnchors.added(name as 'day'))).toEqual([
      [],
      [],
      [],
    ]);
    const one = row({ note: '送信取消済み' });
    expect(readRow(one, messageList(run('outgoing', one)), 'class').state).toBe('unsent');
  });
});

describe('a conversation that is open when they come', () => {
  test('is read anew, once', () => {
    document.body.append(listOf(message(), row({ id: idAt(NOW - MINUTE), icon: 'x-refused' })));
    const { told, last } = open(address(CUSTOMER));
    const known = () =>
      last()
        ?.rows()
        .filter((each) => last()?.messageOf(each) !== null).length;
    expect(known()).toBe(2);
    add({ failed: ['.x-refused'] });
    expect(known()).toBe(1);
    add({ failed: ['.x-refused'] });
    expect(told.map(({ open: { aborted } }) => aborted)).toEqual([true, false]);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
  });
});
