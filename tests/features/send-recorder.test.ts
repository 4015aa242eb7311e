// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { startSendRecorder } from '../../src/features/send-recorder/send-recorder.ts';
import { RECORD_LIMIT } from '../../src/messaging/protocol.ts';
import { ACCOUNT, CUSTOMER, GROUP, japan } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench } from '../support/feature-bench.ts';
import { messageId, sendTime } from '../support/sent-messages.ts';

const NOW = japan(23, 14, 30);
const many = (count: number) => Array.from({ length: count }, (_, n) => outgoing(NOW - n * SECOND));
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

interface Recorded {
  readonly account: string;
  readonly conversation: string;
  readonly messages: readonly { readonly id: string; readonly seenAt: number }[];
}

function conversation() {
  const bench = featureBench(NOW);
  const opened = new FakeConversation(bench.clock);
  bench.start(startSendRecorder);
  bench.page.open(opened);
  const requests = () => bench.worker.payloads('record') as readonly Recorded[];
  const ids = () => requests().flatMap(({ messages }) => messages.map(({ id }) => id));
  return { ...bench, opened, requests, ids };
}

describe('a message', () => {
  test('is told of once it has stood for a moment, with what is known of it', async () => {
    const { opened, requests } = conversation();
    opened.add(outgoing(NOW - MINUTE, { kind: 'sticker' }));
    await wait(200);
    expect(requests()).toEqual([]);
    await wait(100);
    const message = {
      id: `m${NOW - MINUTE}`,
      sendTime: sendTime(NOW - MINUTE),
      kind: 'sticker',
      seenAt: NOW,
    };
    expect(requests()).toEqual([{ account: ACCOUNT, conversation: CUSTOMER, messages: [message] }]);
  });

  test('is told of once, however often its row changes', async () => {
    const { opened, ids } = conversation();
    const [row] = opened.add(outgoing(NOW));
    for (let n = 0; n < 20; n++) {
      if (row !== undefined) opened.tell({ changed: new Set([row]), rejudge: true });
      await wait(100);
    }
    expect(ids()).toHaveLength(1);
  });

  test('is told of once, however long the worker takes to answer', async () => {
    const { opened, worker, ids } = conversation();
    worker.delayMs = 3 * SECOND;
    opened.add(outgoing(NOW));
    await wait(500);
    opened.add(outgoing(NOW + SECOND));
    await wait(20 * SECOND);
    expect(ids()).toEqual([`m${NOW}`, `m${NOW + SECOND}`]);
  });

  test('is told of again after half an hour, so that it counts as seen', async () => {
    const { opened, ids } = conversation();
    const [row] = opened.add(outgoing(NOW));
    await wait(31 * MINUTE);
    if (row !== undefined) opened.tell({ changed: new Set([row]) });
    await wait(SECOND);
    expect(ids()).toHaveLength(2);
  });

  test('is told of once in a tab, also when its conversation is opened again', async () => {
    const { opened, ids, page, clock } = conversation();
    opened.add(outgoing(NOW));
    await wait(SECOND);
    const again = new FakeConversation(clock);
    again.add(outgoing(NOW));
    page.open(again);
    await wait(5 * SECOND);
    expect(ids()).toHaveLength(1);
  });

  test.each([
    ['without an id', outgoing(NOW, { id: null })],
    ['without a time', outgoing(null)],
    ['of the customer’s', null],
  ])('%s is not told of', async (_, message) => {
    const { opened, requests } = conversation();
    opened.add(message);
    await wait(5 * SECOND);
    expect(requests()).toEqual([]);
  });

  test('whose time becomes known later is told of then', async () => {
    const { opened, ids } = conversation();
    const [row] = opened.add(outgoing(null));
    await wait(SECOND);
    if (row !== undefined) opened.change(row, outgoing(NOW));
    await wait(SECOND);
    expect(ids()).toEqual([`m${NOW}`]);
  });

  test('arrives in a hidden tab, too', async () => {
    const { opened, ids } = conversation();
    setHidden(true);
    opened.add(outgoing(NOW));
    await wait(SECOND);
    expect(ids()).toHaveLength(1);
  });
});

describe('many messages', () => {
  test('go in batches that the worker takes, and none is lost', async () => {
    const { opened, requests, ids } = conversation();
    opened.add(...many(450));
    await wait(10 * SECOND);
    expect(requests().every(({ messages }) => messages.length <= RECORD_LIMIT)).toBe(true);
    expect(new Set(ids()).size).toBe(450);
    expect(ids()).toHaveLength(450);
  });

  test('that were there before the conversation was opened are told of', async () => {
    const bench = featureBench(NOW);
    const opened = new FakeConversation(bench.clock);
    opened.add(...many(100));
    bench.page.open(opened);
    bench.start(startSendRecorder);
    await wait(5 * SECOND);
    expect((bench.worker.payloads('record') as readonly Recorded[]).flatMap((r) => r.messages)).toHaveLength(100);
  });
});

describe('a worker that does not answer', () => {
  test('is asked again, later and later, until it has everything', async () => {
    const { opened, worker, requests, ids } = conversation();
    worker.answers.delete('record');
    opened.add(outgoing(NOW));
    await wait(300);
    opened.add(outgoing(NOW + 1));
    const asked = [];
    for (const seconds of [2, 10, 60, 60]) {
      await wait(seconds * SECOND);
      asked.push(requests().length);
    }
    expect(asked).toEqual([2, 3, 4, 5]);
    worker.answers.set('record', { store: 'fine' });
    await wait(MINUTE);
    expect(ids().slice(-2)).toEqual([`m${NOW}`, `m${NOW + 1}`]);
    const before = ids().length;
    await wait(10 * MINUTE);
    expect(ids()).toHaveLength(before);
  });

  test('is asked again at once when the tab is hidden: it may be closed next', async () => {
    const { opened, worker, ids } = conversation();
    worker.answers.delete('record');
    opened.add(outgoing(NOW));
    await wait(15 * SECOND);
    const before = ids().length;
    setHidden(true);
    await wait(1);
    expect(ids().length).toBe(before + 1);
  });
});

describe('when the conversation is left', () => {
  test('what was seen a moment before is dropped: it may belong to the next one', async () => {
    const { opened, page, clock, requests } = conversation();
    opened.add(outgoing(NOW));
    await wait(100);
    page.open(new FakeConversation(clock, { id: GROUP }));
    await wait(10 * SECOND);
    expect(requests()).toEqual([]);
  });

  test('what has settled is still delivered, under the right conversation', async () => {
    const { opened, page, clock, worker, requests } = conversation();
    worker.answers.delete('record');
    opened.add(outgoing(NOW));
    await wait(SECOND);
    opened.add(outgoing(NOW + SECOND));
    page.open(new FakeConversation(clock, { id: GROUP }));
    worker.answers.set('record', { store: 'fine' });
    await wait(MINUTE);
    expect(requests().at(-1)).toMatchObject({ conversation: CUSTOMER, messages: [{ id: `m${NOW}` }] });
    expect(requests().every(({ messages }) => messages.length === 1)).toBe(true);
  });

  test('nothing is sent or armed after the end of all', async () => {
    const { opened, end, worker } = conversation();
    opened.add(...many(3));
    end();
    await wait(MINUTE);
    expect(worker.payloads('record')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('besides', () => {
  test('a message that was taken back is told of', () => {
    const { opened, worker } = conversation();
    opened.takeBack({ id: messageId('m1'), at: NOW });
    expect(worker.payloads('markUnsent')).toEqual([
      { account: ACCOUNT, conversation: CUSTOMER, id: 'm1', at: NOW },
    ]);
  });

  test('what the worker remembers is given back where only memory knows the time', async () => {
    const bench = featureBench(NOW);
    const stored = (id: string, source: 'id' | 'observed') => ({
      account: ACCOUNT,
      conversation: CUSTOMER,
      id,
      sendTime: sendTime(NOW, source),
      kind: 'text',
      firstSeen: NOW,
      lastSeen: NOW,
      unsentAt: null,
    });
    bench.worker.answers.set('conversation', [stored('seen', 'observed'), stored('known', 'id')]);
    const opened = new FakeConversation(bench.clock);
    bench.start(startSendRecorder);
    bench.page.open(opened);
    await wait(1);
    expect([...opened.remembered]).toEqual([['seen', sendTime(NOW, 'observed')]]);
  });

  test.each([
    ['full', 'troubleStoreFull'],
    ['rebuilt', 'troubleStoreRebuilt'],
    ['refused', 'troubleStoreRefused'],
  ] as const)('a store that is %s is a trouble until it is fine again', async (store, trouble) => {
    const { opened, worker, troubles } = conversation();
    worker.answers.set('record', { store });
    opened.add(outgoing(NOW));
    await wait(SECOND);
    expect(troubles.present).toEqual([trouble]);
    worker.answers.set('record', { store: 'fine' });
    opened.add(outgoing(NOW + 1));
    await wait(SECOND);
    expect(troubles.present).toEqual([]);
  });
});
