// @vitest-environment jsdom
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRow } from '../../src/line/chat/read-row.ts';
import { el, messageList, type RowSpec, row, run, runOfClass, type Shape } from '../support/chat-markup.ts';

function read(spec: RowSpec, shape: Partial<Shape> = {}, direction: 'incoming' | 'outgoing' = 'outgoing') {
  const one = row(spec, shape);
  return readRow(one, messageList(run(direction, one)), 'class');
}

function kindIn(classes: string, header: string | null, spec: RowSpec = {}) {
  const one = row(spec);
  return readRow(one, messageList(runOfClass(classes, header, one)), 'class').kind;
}

const OPERATOR = 'chat chat-text-dark chat-reverse chat-success';

describe('the kind of an outgoing row', () => {
  test.each([
    ['text', 'text'],
    ['sticker', 'sticker'],
    ['voice', 'voice'],
    ['image', 'image'],
    ['card', 'other'],
  ] as const)('with a %s is %s', (content, kind) => {
    expect(read({ content }).kind).toBe(kind);
  });

  test.each(['一斉配信', 'ステップ配信', 'Broadcast', '群發訊息'])(
    'under the header %s is a broadcast',
    (header) => {
      expect(kindIn(OPERATOR, header)).toBe('broadcast');
    },
  );

  test('is no picture where text stands beside it, as in a card, but links do not count', () => {
    const one = row({ content: 'image' });
    one.querySelector('.chat-item')?.append(el('a', '', 'ダウンロード'));
    expect(readRow(one, messageList(run('outgoing', one)), 'class').kind).toBe('image');
    one.querySelector('.chat-item')?.append(el('p', '', 'クーポン 10%OFF'));
    expect(readRow(one, messageList(run('outgoing', one)), 'class').kind).toBe('other');
  });

  test('is text for a text with an emoji in it', () => {
    const one = row();
    one.querySelector('.chat-item-text')?.append(el('img', 'sticon emojione'));
    expect(readRow(one, messageList(run('outgoing', one)), 'class').kind).toBe('text');
  });

  test.each([
    'Auto-response',
    'auto response',
    '自動応答',
    ' 応答メッセージ ',
    'あいさつメッセージ',
    'AI応答メッセージ',
    '自動回應',
    'ข้อความตอบกลับอัตโนมัติ',
  ])('is automatic under the header %j', (header) => {
    expect(kindIn(OPERATOR, header)).toBe('automatic');
  });

  test.each(['丸山', '自動応答担当 佐藤', 'Auto'])('is what it shows under the name %j', (header) => {
    expect(kindIn(OPERATOR, header)).toBe('text');
  });

  test('is automatic in a run of the automatic colour, unless the run has an operator’s, too', () => {
    expect(kindIn('chat chat-reverse chat-secondary', null)).toBe('automatic');
    expect(kindIn('chat chat-reverse chat-secondary chat-primary', null)).toBe('text');
  });

  test('is not asked of an incoming row', () => {
    expect(read({}, {}, 'incoming').kind).toBeNull();
  });

  test('is open where no run holds the row, so that no header could be read', () => {
    const one = row();
    const list = messageList(one);
    list.classList.add('chat-reverse');
    expect(readRow(one, el('div', '', list), 'class').kind).not.toBe('automatic');
  });
});

describe('a block that LINE has changed', () => {
  const readIn = (block: HTMLElement, ...others: HTMLElement[]) => {
    const one = block.querySelector<HTMLElement>('.chat-body');
    if (one === null) throw new Error('no row');
    return readRow(one, messageList(...others, block), 'class').kind;
  };

  test('is a broadcast under its name without a class, before its rows or after them, or in an open root', () => {
    const block = runOfClass(OPERATOR, null, row(), row());
    const content = block.querySelector('.chat-content');
    expect(readIn(block)).toBe('text');
    content?.prepend(el('div', 'x1', 'Broadcast'));
    expect(readIn(block)).toBe('broadcast');
    content?.append(content.firstElementChild ?? '');
    expect(readIn(block)).toBe('broadcast');
    const header = el('div', 'chat-header');
    header.attachShadow({ mode: 'open' }).append('Broadcast');
    content?.lastElementChild?.replaceWith(header);
    expect(readIn(block)).toBe('broadcast');
  });

  test('without a known colour is automatic in that of the customer’s, an operator’s in another, and open without either', () => {
    const theirs = runOfClass('chat chat-text-dark x-grey', null, row());
    expect(readIn(runOfClass('chat chat-text-dark chat-reverse x-grey', null, row()), theirs)).toBe(
      'automatic',
    );
    expect(readIn(runOfClass('chat chat-text-dark chat-reverse x-green', null, row()), theirs)).toBe('text');
    expect(readIn(runOfClass('chat chat-text-dark chat-reverse x-green', null, row()))).toBeNull();
  });

  test('in a language that is not known is open with a name or a remark that may say anything', () => {
    document.documentElement.lang = 'eo';
    onTestFinished(() => document.documentElement.removeAttribute('lang'));
    expect(kindIn(OPERATOR, 'Dissendo')).toBeNull();
    expect(kindIn(OPERATOR, null, { note: 'Retirita' })).toBeNull();
    expect(kindIn(OPERATOR, null, { time: '14h04', read: '既読' })).toBe('text');
  });
});

describe('a row that LINE has changed', () => {
  test('takes no menu for its clock whose class is another one', () => {
    const one = row({ menu: true });
    one.querySelector('.dropdown')?.setAttribute('class', 'x1');
    expect(readRow(one, messageList(run('outgoing', one)), 'class').clockMinute).toBeNull();
  });

  test('shows its remarks and its clock where the margin has lost its class', () => {
    const one = row({ time: '14:04', note: '送信取消済み' });
    one.querySelector('.chat-sub')?.setAttribute('class', 'x1');
    const { state } = readRow(one, messageList(run('outgoing', one)), 'class');
    expect(state).toBe('unsent');
    one.querySelector('.text-muted')?.remove();
    expect(readRow(one, messageList(run('outgoing', one)), 'class').clockMinute).toBe(14 * 60 + 4);
  });

  test('is open where neither its margin nor its content can be told', () => {
    const one = row();
    for (const part of one.querySelectorAll('*')) part.removeAttribute('class');
    expect(readRow(one, messageList(run('outgoing', one)), 'class').kind).toBeNull();
  });
});

describe('the state of a row', () => {
  test('is sent when nothing speaks against it', () => {
    expect(read({ time: '14:04', read: '既読', menu: true }).state).toBe('sent');
  });

  test('is sending while the turning arrows are there', () => {
    expect(read({ icon: 'fas fa-sync text-info' }).state).toBe('sending');
  });

  test.each(['fas fa-exclamation-circle text-danger', 'la la-exclamation-circle', 'icon text-danger'])(
    'is failed with the icon %s',
    (icon) => {
      expect(read({ icon }).state).toBe('failed');
    },
  );

  test('is sent although the message itself holds an icon of that name', () => {
    const one = row();
    one.querySelector('.chat-item')?.append(el('i', 'fas fa-exclamation-circle'));
    expect(readRow(one, messageList(run('outgoing', one)), 'class').state).toBe('sent');
  });

  test('is unsent when the bubble’s text has become the notice', () => {
    expect(read({ text: 'メッセージの送信を取り消しました' }).state).toBe('unsent');
  });

  test('is unsent when the margin says so', () => {
    expect(read({ note: '送信取消済み' }).state).toBe('unsent');
  });

  test('is unsent when a note stands anywhere else in the row', () => {
    const one = row();
    one.append(el('div', 'x7', 'Message unsent'));
    expect(readRow(one, messageList(run('outgoing', one)), 'class').state).toBe('unsent');
  });

  test.each(['メッセージの送信を取り消しました', '已收回訊息'])(
    'is sent while its menu is open, whatever the entries say (%s)',
    (entry) => {
      const one = row({ menu: true });
      one.querySelector('.dropdown')?.replaceChildren(el('a', 'dropdown-item', entry));
      expect(readRow(one, messageList(run('outgoing', one)), 'class').state).toBe('sent');
    },
  );

  test.each([
    '予約を取り消しました',
    '先ほどのメッセージの送信を取り消しました。失礼しました。',
    'ご注文の送信を取り消しましたのでご安心ください',
    'I unsent a message, sorry about that',
  ])('is sent for an operator’s own words %j', (text) => {
    expect(read({ text }).state).toBe('sent');
  });
});

describe('clock and id of a row', () => {
  const at = (hour: number, minute: number) => hour * 60 + minute;

  test.each<[string, RowSpec, Partial<Shape>]>([
    ['a span', { time: '14:04' }, {}],
    ['bare text', { time: '14:04' }, { time: 'bare' }],
    ['a margin before the content', { time: '14:04' }, { margin: 'before' }],
    ['a read mark before it', { time: '14:04', read: '既読' }, {}],
    ['a read mark before bare text', { time: '14:04', read: 'อ่านแล้ว' }, { time: 'bare' }],
    ['a menu whose label looks like a time', { time: '14:04', menu: true }, {}],
    ['a Thai time', { time: '14.04 น.' }, {}],
    ['twelve hours', { time: '午後2:04' }, {}],
  ])('are read from %s', (_, spec, shape) => {
    expect(read(spec, shape).clockMinute).toBe(at(14, 4));
  });

  test('are null where the margin is empty, missing or says more than a time', () => {
    const bare = row();
    bare.querySelector('.chat-sub')?.remove();
    expect(read({}).clockMinute).toBeNull();
    expect(readRow(bare, messageList(run('outgoing', bare)), 'class').clockMinute).toBeNull();
    expect(read({ time: '14:04', note: '予約送信' }).clockMinute).toBeNull();
  });

  test('are not taken from a time that the message itself tells', () => {
    expect(read({ text: '14:04' }).clockMinute).toBeNull();
  });

  test('are kept as they stand; an empty id is no id', () => {
    expect(read({ id: 'abc' }).id).toBe('abc');
    expect(read({ id: '' }).id).toBeNull();
    expect(read({}).id).toBeNull();
  });
});

test('a red entry in the menu is no sign that sending failed', () => {
  const one = row();
  const entry = el('a', 'dropdown-item', el('i', 'text-danger'), '削除');
  one.querySelector('.chat-sub')?.append(el('div', 'dropdown', el('div', 'dropdown-menu', entry)));
  const list = messageList(run('outgoing', one));
  expect(readRow(one, list, 'class').state).toBe('sent');
  one.querySelector('.dropdown')?.append(el('i', 'fas fa-exclamation-circle'));
  expect(readRow(one, list, 'class').state).toBe('failed');
});

test('a remark that it was taken back counts beside the clock, too', () => {
  const one = row({ time: '14:04' });
  one.querySelector('.chat-sub')?.prepend(el('span', 'text-muted', '送信を取り消しました'));
  expect(readRow(one, messageList(run('outgoing', one)), 'class')).toMatchObject({ state: 'unsent' });
});
