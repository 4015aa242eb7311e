// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { el, idAt, menuButton, row, run, systemLine } from '../support/chat-markup.ts';
import { japan, openBench, settle } from '../support/conversation-bench.ts';

const NOW = japan(23, 14, 30);
const ID = idAt(NOW - 10 * MINUTE);

let dialog: HTMLElement;
let confirm: HTMLElement;
let end = () => {};
beforeEach(() => {
  confirm = el('button', 'btn btn-primary', '送信取消');
  dialog = el('div', 'modal-dialog', el('p', '', '取り消しますか？'), confirm);
});
afterEach(() => end());

function conversation() {
  const [target, other] = [row({ id: ID, menu: true }), row({ id: idAt(NOW - 5 * MINUTE), menu: true })];
  const block = run('outgoing', target, other);
  const bench = openBench(NOW, block);
  end = bench.end;
  document.body.append(dialog);
  const chooseInMenu = () => target.querySelector<HTMLElement>('.dropdown-toggle')?.click();
  return {
    ...bench,
    target,
    other,
    block,
    chooseInMenu,
    async unsend(act: () => void) {
      chooseInMenu();
      confirm.click();
      act();
      await settle();
    },
  };
}

describe('a message is seen being taken back', () => {
  test('when its row goes after LINE’s dialog was confirmed', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.target.remove());
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
  });

  test('when a notice takes the place of its row, with or without a dialog', async () => {
    const bench = conversation();
    bench.target.remove();
    bench.block.before(systemLine('メッセージの送信を取り消しました'));
    await settle();
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
  });

  test.each(['送信取消済み', 'Unsent', '已收回訊息'])('when its row gets the note %j', async (note) => {
    const bench = conversation();
    bench.target.querySelector('.chat-sub')?.replaceChildren(el('span', '', note));
    await settle();
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
    expect(bench.conversation.messageOf(bench.target)).toBeNull();
  });

  test.each(['メッセージの送信を取り消しました', 'You unsent a message.', 'คุณได้ยกเลิกข้อความ', '您已收回訊息'])(
    'when its text becomes %j',
    async (text) => {
      const bench = conversation();
      bench.target.querySelector('.chat-item-text')?.replaceChildren(text);
      await settle();
      expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
    },
  );

  test('when its row loses its id together with its text', async () => {
    const bench = conversation();
    bench.target.querySelector('.chat-item-text')?.replaceChildren('Message unsent');
    bench.target.removeAttribute('data-id');
    await settle();
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
  });

  test('when its row says something in words that nobody knows, after the dialog was confirmed', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.target.append(el('div', 'note', '取消手続きが完了')));
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
    expect(bench.conversation.messageOf(bench.target)).toBeNull();
    expect(bench.conversation.messageOf(bench.other)).not.toBeNull();
  });

  test('when its margin says something new beside the clock', async () => {
    const bench = conversation();
    await bench.unsend(() =>
      bench.target
        .querySelector('.chat-sub')
        ?.replaceChildren(el('span', '', '処理済み'), el('span', '', '14:04')),
    );
    expect(bench.unsent).toEqual([{ id: ID, at: NOW }]);
  });

  test('not when its margin only says that it was read', async () => {
    const bench = conversation();
    await bench.unsend(() =>
      bench.target
        .querySelector('.chat-sub')
        ?.replaceChildren(el('span', '', '既読'), el('span', '', '14:04')),
    );
    expect(bench.unsent).toEqual([]);
  });

  test('once, whatever else happens to its row', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.target.querySelector('.chat-sub')?.replaceChildren('送信取消済み'));
    bench.target.querySelector('.chat-item-text')?.replaceChildren('Unsent');
    await settle();
    bench.target.remove();
    await settle();
    expect(bench.unsent).toHaveLength(1);
  });
});

describe('nothing was taken back', () => {
  test('when a row merely goes: it may have been unloaded', async () => {
    const bench = conversation();
    bench.target.remove();
    await settle();
    expect(bench.unsent).toEqual([]);
  });

  test('when the dialog was confirmed, but only the menu goes: LINE’s server may have refused', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.target.querySelector('.dropdown')?.remove());
    expect(bench.unsent).toEqual([]);
  });

  test('when LINE’s dialog was left by another button', async () => {
    const bench = conversation();
    const cancel = el('button', 'btn', 'キャンセル');
    dialog.append(cancel);
    bench.chooseInMenu();
    cancel.click();
    bench.target.remove();
    await settle();
    expect(bench.unsent).toEqual([]);
  });

  test('when another row goes after the confirmation', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.other.remove());
    expect(bench.unsent).toEqual([]);
  });

  test('when the row goes a minute after the confirmation', async () => {
    const bench = conversation();
    await bench.unsend(() => {});
    bench.clock.advance(31 * SECOND);
    bench.target.remove();
    await settle();
    expect(bench.unsent).toEqual([]);
  });

  test('when the element is exchanged and the message stays', async () => {
    const bench = conversation();
    await bench.unsend(() => bench.target.replaceWith(row({ id: ID })));
    expect(bench.unsent).toEqual([]);
  });

  test('when a row was only moved under a notice', async () => {
    const bench = conversation();
    bench.block.before(systemLine('メッセージの送信を取り消しました'));
    bench.other.after(bench.target);
    await settle();
    expect(bench.unsent).toEqual([]);
  });

  test('when the operator writes of something else that was cancelled', async () => {
    const bench = conversation();
    const said = row({ id: idAt(NOW - MINUTE), text: '予約を取り消しました' });
    bench.block.querySelector('.chat-content')?.append(said);
    await settle();
    expect(bench.unsent).toEqual([]);
    expect(bench.conversation.messageOf(said)?.kind).toBe('text');
  });

  test('when the menu’s own entry of that name is pressed, which only opens the dialog', async () => {
    const bench = conversation();
    bench.chooseInMenu();
    confirm.className = 'dropdown-item';
    confirm.click();
    bench.target.remove();
    await settle();
    expect(bench.unsent).toEqual([]);
  });
});

test('the row of the menu that was opened last is the one that counts', async () => {
  const bench = conversation();
  bench.other.querySelector('.chat-sub')?.append(menuButton());
  bench.other.querySelector<HTMLElement>('.dropdown-toggle')?.click();
  await bench.unsend(() => bench.target.remove());
  expect(bench.unsent.map(({ id }) => id)).toEqual([ID]);
});
