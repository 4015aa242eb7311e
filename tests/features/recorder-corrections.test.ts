// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/clock.ts';
import { outgoing } from '../support/fake-chat-page.ts';
import { NOW, recorderBench, wait } from '../support/recorder-bench.ts';
import { messageId, sendTime } from '../support/sent-messages.ts';

describe('what the worker was told', () => {
  test('is told anew when it has changed', async () => {
    const { opened, requests } = recorderBench();
    const [row] = opened.add(outgoing(NOW, { kind: 'other' }));
    await wait(SECOND);
    if (row !== undefined) opened.change(row, outgoing(NOW, { kind: 'sticker' }));
    await wait(SECOND);
    expect(requests().map(({ messages }) => messages[0])).toMatchObject([
      { kind: 'other' },
      { kind: 'sticker' },
    ]);
  });

  test('is taken back when the ids prove wrong, before what the clocks say is told', async () => {
    const { opened, worker } = recorderBench();
    const [row] = opened.add(outgoing(NOW));
    await wait(SECOND);
    opened.distrusted = true;
    const byClock = { id: messageId(`m${NOW}`), sendTime: sendTime(NOW - 50 * MINUTE, 'clock') };
    if (row !== undefined) opened.change(row, outgoing(NOW, byClock));
    opened.tell({ rejudge: true });
    await wait(2 * SECOND);
    const verbs = worker.asked.map(({ verb }) => verb).filter((verb) => verb !== 'observedTimes');
    expect(verbs).toEqual(['record', 'distrustIds', 'record']);
    opened.tell({ rejudge: true });
    await wait(2 * SECOND);
    expect(worker.payloads('distrustIds')).toHaveLength(1);
  });

  test('is told anew when the worker’s database had to be started anew', async () => {
    const { opened, worker, ids } = recorderBench();
    opened.add(outgoing(NOW));
    await wait(SECOND);
    worker.answers.set('record', { store: 'rebuilt' });
    opened.add(outgoing(NOW + 1));
    await wait(5 * SECOND);
    expect(ids()).toEqual([`m${NOW}`, `m${NOW + 1}`, `m${NOW}`]);
  });
});

describe('what is not told', () => {
  test('a row that may be the conversation’s before', async () => {
    const { opened, ids } = recorderBench();
    opened.surelyBelongs = (row) => row !== opened.rows()[0];
    opened.add(outgoing(NOW), outgoing(NOW + 1));
    await wait(SECOND);
    expect(ids()).toEqual([`m${NOW + 1}`]);
  });

  test('a message that is not accepted does not keep the others back', async () => {
    const { opened, worker, ids } = recorderBench();
    worker.refuse = (payload) => JSON.stringify(payload).includes(`"m${NOW + 1}"`);
    opened.add(outgoing(NOW), outgoing(NOW + 1), outgoing(NOW + 2));
    await wait(5 * SECOND);
    const accepted = worker.accepted('record');
    expect(JSON.stringify(accepted)).toContain(`"m${NOW}"`);
    expect(JSON.stringify(accepted)).toContain(`"m${NOW + 2}"`);
    const asked = ids().length;
    await wait(10 * MINUTE);
    expect(ids()).toHaveLength(asked);
  });
});
