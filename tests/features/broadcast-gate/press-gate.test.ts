// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { attemptBench, FakeHeld, phaseShown } from '../../support/attempt-bench.ts';
import { broadcastOf } from '../../support/broadcasts.ts';

/** An editor in which a broadcast can be read. */
function editor(prepare: Parameters<typeof attemptBench>[0] = () => {}) {
  return attemptBench((bench) => {
    bench.page.written = broadcastOf();
    prepare(bench);
  });
}

describe('a press on the button that sends', () => {
  test('opens the checklist for what the editor shows, before the page hears of it', async () => {
    const { page, settle, worker } = editor();
    expect(page.press()).toEqual(['hold']);
    await settle();
    expect(phaseShown()).toBe('asking');
    expect(worker.payloads('openAttempt')).toMatchObject([
      { attempt: { source: 'button', broadcast: broadcastOf(), page: page.facts() }, changes: [] },
    ]);
  });

  test('is kept from the page while a checklist is open, and opens no second', async () => {
    const { page, settle, worker } = editor();
    page.press();
    page.press();
    expect(page.press()).toEqual(['hold']);
    await settle();
    expect(worker.payloads('openAttempt')).toHaveLength(1);
  });

  test('goes through once the checklist is answered, while the pass lives', async () => {
    const { page, settle, finish, pass, worker } = editor();
    page.press();
    await settle();
    await finish();
    expect(page.press()).toEqual(['pass']);
    await pass(119_000);
    expect(page.press()).toEqual(['pass']);
    await pass(1_100);
    expect(page.press()).toEqual(['hold']);
    expect(worker.payloads('releaseRequest')).toEqual([]);
  });

  test('is asked about again as soon as its request has used the pass', async () => {
    const { page, settle, finish, hold, worker } = editor();
    page.press();
    await settle();
    await finish();
    const { attempt } = Object(worker.payloads('openAttempt')[0]);
    worker.answers.set('redeemWaiting', { result: 'armed', attempt: attempt.id });
    const held = new FakeHeld();
    await hold(held);
    expect([held.fate, page.press()]).toEqual([['released'], ['hold']]);
  });

  test('leads to a second checklist when its request says something else', async () => {
    const { page, settle, finish, hold, worker } = editor();
    page.press();
    await settle();
    await finish();
    worker.answers.set('redeemWaiting', { result: 'changed', changes: ['content'] });
    const held = new FakeHeld();
    await hold(held);
    expect(Object(worker.payloads('openAttempt')[1]).changes).toEqual(['content']);
    expect([held.fate, phaseShown(), page.press()]).toEqual([[], 'asking', ['hold']]);
  });

  test('goes through when the editor cannot be read for sure: the request is held', () => {
    const { page, worker } = attemptBench();
    expect([page.press(), phaseShown(), worker.asked]).toEqual([['pass'], null, []]);
  });

  test.each([
    ['off', ['pass'], []],
    ['observe', ['pass'], [{ attempt: { source: 'button' }, layer: 'button' }]],
    ['enforce', ['hold'], []],
  ] as const)('by the setting %s', (button, answer, observed) => {
    const { page, worker } = editor(({ settings }) => settings.change({ button }));
    expect(page.press()).toEqual(answer);
    expect(worker.payloads('observed')).toMatchObject(observed);
    expect(phaseShown() !== null).toBe(button === 'enforce');
  });

  test('is held until the settings are known', () => {
    const { page } = editor(({ settings }) => {
      settings.inForce = null;
    });
    expect(page.press()).toEqual(['hold']);
  });

  test('is nobody’s business in a frame, or after the end', () => {
    const inFrame = editor(({ context }) => Object.assign(context, { isTop: false }));
    expect(inFrame.page.press()).toEqual([]);
    const ended = editor();
    ended.end();
    expect(ended.page.press()).toEqual([]);
  });
});

describe('the settings', () => {
  test('reach the network gate and the labels at the start and with every change', () => {
    const { settings, gate, page } = editor(({ settings }) =>
      settings.change({ network: 'observe', sendLabels: ['予約'] }),
    );
    expect([gate.mode, page.labels]).toEqual(['observe', ['予約']]);
    settings.change({ network: 'off', sendLabels: ['予約', '今すぐ'] });
    expect([gate.mode, page.labels]).toEqual(['off', ['予約', '今すぐ']]);
    settings.change({ network: 'enforce' });
    expect(gate.mode).toBe('enforce');
  });

  test('that are not known hold everything', () => {
    const { gate, page } = editor(({ settings, gate }) => {
      settings.inForce = null;
      gate.mode = 'off';
    });
    expect([gate.mode, page.labels]).toEqual(['enforce', []]);
  });
});

describe('the worker hears', () => {
  test('of test sends, and of broadcasts that were only observed', () => {
    const { gate, worker, page } = editor();
    const broadcast = broadcastOf();
    gate.tests.tell({ broadcast });
    gate.observed.tell({ broadcast });
    expect(worker.payloads('testSeen')).toEqual([{ broadcast }]);
    expect(worker.payloads('observed')).toMatchObject([
      { attempt: { source: 'request', broadcast, page: page.facts() }, layer: 'network' },
    ]);
  });

  test('nothing of a broadcast that went out unasked, but the operator does', () => {
    const { news, troubles, worker } = editor();
    news.unconfirmed.tell();
    expect(troubles.present).toEqual(['troubleUnconfirmed']);
    expect(worker.asked).toEqual([]);
  });
});
