// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { startSendRecorder } from '../../src/features/send-recorder/send-recorder.ts';
import { DONE } from '../../src/messaging/protocol.ts';
import { ACCOUNT, CUSTOMER, GROUP } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench } from '../support/feature-bench.ts';
import { NOW, recorderBench, wait } from '../support/recorder-bench.ts';
import { messageId, sendTime } from '../support/sent-messages.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => outgoing(NOW - n * SECOND));

describe('a worker that does not answer', () => {
  test('is asked again, later and later, until it has everything', async () => {
    const { opened, worker, requests, ids } = recorderBench();
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
    const { opened, worker, ids } = recorderBench();
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
    const { opened, page, clock, requests } = recorderBench();
    opened.add(outgoing(NOW));
    await wait(100);
    page.open(new FakeConversation(clock, { id: GROUP }));
    await wait(10 * SECOND);
    expect(requests()).toEqual([]);
  });

  test('what has settled is still delivered, under the right conversation', async () => {
    const { opened, page, clock, worker, requests } = recorderBench();
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
    const { opened, end, worker } = recorderBench();
    opened.add(...many(3));
    end();
    await wait(MINUTE);
    expect(worker.payloads('record')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('besides', () => {
  test('a message that was taken back is told of after it was recorded itself', async () => {
    const { opened, worker } = recorderBench();
    opened.add(outgoing(NOW));
    opened.takeBack({ id: messageId(`m${NOW}`), at: NOW });
    await wait(SECOND);
    expect(
      worker.asked.map(({ verb }) => verb).filter((verb) => ['record', 'markUnsent'].includes(verb)),
    ).toEqual(['record', 'markUnsent']);
    expect(worker.payloads('markUnsent')).toEqual([
      { account: ACCOUNT, conversation: CUSTOMER, id: `m${NOW}`, at: NOW },
    ]);
  });

  test('a message that was taken back is told of again until the worker has heard', async () => {
    const { opened, worker } = recorderBench();
    worker.answers.delete('markUnsent');
    opened.takeBack({ id: messageId('m1'), at: NOW });
    await wait(20 * SECOND);
    worker.answers.set('markUnsent', DONE);
    await wait(2 * MINUTE);
    const told = worker.payloads('markUnsent').length;
    expect(told).toBeGreaterThan(1);
    await wait(10 * MINUTE);
    expect(worker.payloads('markUnsent')).toHaveLength(told);
  });

  test('what the worker remembers is given back where only memory knows the time', async () => {
    const bench = featureBench(NOW);
    const seen = { id: 'seen', sendTime: sendTime(NOW, 'observed') };
    bench.worker.answers.set('observedTimes', [seen]);
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
    const { opened, worker, troubles } = recorderBench();
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
