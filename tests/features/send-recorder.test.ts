// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { startSendRecorder } from '../../src/features/send-recorder/send-recorder.ts';
import { RECORD_LIMIT } from '../../src/messaging/protocol.ts';
import { ACCOUNT, CUSTOMER } from '../support/conversation-bench.ts';
import { setHidden } from '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench } from '../support/feature-bench.ts';
import { NOW, type Recorded, recorderBench, wait } from '../support/recorder-bench.ts';
import { sendTime } from '../support/sent-messages.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => outgoing(NOW - n * SECOND));

describe('a message', () => {
  test('is told of once it has stood for a moment, with what is known of it', async () => {
    const { opened, requests } = recorderBench();
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
    const { opened, ids } = recorderBench();
    const [row] = opened.add(outgoing(NOW));
    for (let n = 0; n < 20; n++) {
      if (row !== undefined) opened.tell({ changed: new Set([row]), rejudge: true });
      await wait(100);
    }
    expect(ids()).toHaveLength(1);
  });

  test('is told of once, however long the worker takes to answer', async () => {
    const { opened, worker, ids } = recorderBench();
    worker.delayMs = 3 * SECOND;
    opened.add(outgoing(NOW));
    await wait(500);
    opened.add(outgoing(NOW + SECOND));
    await wait(20 * SECOND);
    expect(ids()).toEqual([`m${NOW}`, `m${NOW + SECOND}`]);
  });

  test('is told of again after half an hour, so that it counts as seen', async () => {
    const { opened, ids } = recorderBench();
    const [row] = opened.add(outgoing(NOW));
    await wait(31 * MINUTE);
    if (row !== undefined) opened.tell({ changed: new Set([row]) });
    await wait(SECOND);
    expect(ids()).toHaveLength(2);
  });

  test('is told of once in a tab, also when its conversation is opened again', async () => {
    const { opened, ids, page, clock } = recorderBench();
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
    const { opened, requests } = recorderBench();
    opened.add(message);
    await wait(5 * SECOND);
    expect(requests()).toEqual([]);
  });

  test('whose time becomes known later is told of then', async () => {
    const { opened, ids } = recorderBench();
    const [row] = opened.add(outgoing(null));
    await wait(SECOND);
    if (row !== undefined) opened.change(row, outgoing(NOW));
    await wait(SECOND);
    expect(ids()).toEqual([`m${NOW}`]);
  });

  test('arrives in a hidden tab, too', async () => {
    const { opened, ids } = recorderBench();
    setHidden(true);
    opened.add(outgoing(NOW));
    await wait(SECOND);
    expect(ids()).toHaveLength(1);
  });
});

describe('many messages', () => {
  test('go in batches that the worker takes, and none is lost', async () => {
    const { opened, requests, ids } = recorderBench();
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
    expect((bench.worker.payloads('record') as readonly Recorded[]).flatMap((r) => r.messages)).toHaveLength(
      100,
    );
  });
});
