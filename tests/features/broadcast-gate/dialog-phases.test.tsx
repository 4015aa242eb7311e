// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { setHidden } from '../../support/dom-stand-ins.ts';
import {
  answerPeople,
  attemptOf,
  fakeGatePorts,
  inJapanese,
  openBench,
  outcomeShown,
  promised,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';
import { visibilityObservers } from '../../support/gate-dialog-stand-ins.ts';

const never = () => new Promise<never>(() => {});
const hosts = () => document.querySelectorAll('matta-gate, matta-outcome');

afterEach(() => setHidden(false));

describe('the dialog', () => {
  test('opens modal, with what it holds as attributes of its host', async () => {
    const { host, find, phase } = await openBench({ ports: fakeGatePorts({ open: never }) });
    expect(find<HTMLDialogElement>('dialog').open).toBe(true);
    expect(host.parentElement).toBe(document.documentElement);
    expect([phase(), host.dataset['mode'], host.dataset['source']]).toEqual([
      'checking',
      'enforce',
      'request',
    ]);
  });

  test('leads from the questions over the cool-down to the release', async () => {
    const ports = fakeGatePorts();
    const bench = await openBench({ ports });
    expect(bench.phase()).toBe('asking');
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(ports.complete).toHaveBeenCalledWith([{ item: 'people', typed: '1234' }], [], expect.any(Number));
    expect(bench.phase()).toBe('cooling');
    await bench.pass(4_900);
    expect(ports.release).not.toHaveBeenCalled();
    await bench.pass(200);
    expect(ports.release).toHaveBeenCalledOnce();
    expect(bench.phase()).toBe('released');
    expect(bench.find<HTMLDialogElement>('dialog').open).toBe(false);
    expect(outcomeShown()?.title).toBe(inJapanese('gateWaitTitle'));
  });

  test('says how long the answers took', async () => {
    const ports = fakeGatePorts();
    const bench = await openBench({ ports });
    await bench.pass(30_000);
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(ports.complete.mock.calls[0]?.[2]).toBe(30_600);
  });

  test('without a cool-down goes straight on', async () => {
    const ports = fakeGatePorts({ open: async () => sheetOf({ coolDownSeconds: 0 }) });
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(bench.phase()).toBe('released');
  });

  test('leaves nothing behind and cancels nothing when its signal ends', async () => {
    const ports = fakeGatePorts();
    const bench = await openBench({ ports });
    bench.end.abort();
    await bench.pass(2_000);
    expect(hosts()).toHaveLength(0);
    expect(visibilityObservers()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(ports.cancel).not.toHaveBeenCalled();
  });

  test('ends with its signal also while an answer is under way', async () => {
    const { promise, resolve } = promised<{ kind: 'released'; seconds: null }>();
    const ports = fakeGatePorts({
      release: () => promise,
      open: async () => sheetOf({ coolDownSeconds: 0 }),
    });
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    bench.end.abort();
    resolve({ kind: 'released', seconds: null });
    await bench.pass(100);
    expect(hosts()).toHaveLength(0);
  });
});

describe('a worker', () => {
  test('that does not answer is asked again, or the broadcast refused as failed', async () => {
    const ports = fakeGatePorts();
    ports.open.mockResolvedValueOnce(null);
    const bench = await openBench({ ports });
    expect(bench.phase()).toBe('checking');
    expect(bench.text()).toContain(inJapanese('gateSilentText'));
    await bench.click(bench.button(inJapanese('gateRetry')));
    expect(bench.phase()).toBe('asking');
  });

  test('that stays silent leaves the way back, and that says that nothing was sent', async () => {
    const ports = fakeGatePorts({ open: () => Promise.reject(new Error('gone')) });
    const bench = await openBench({ ports });
    await bench.click(bench.button(inJapanese('gateBack')));
    expect(ports.cancel.mock.calls).toEqual([['failed']]);
    expect(outcomeShown()?.title).toBe(inJapanese('gateFailedTitle'));
    outcomeShown()?.close();
    expect(hosts()).toHaveLength(0);
  });

  test.each([
    [{ kind: 'failed' }, 'gateTroubleComplete'],
    [{ kind: 'open', open: { items: ['people'], findings: [] } }, 'gateTroubleReopened'],
  ] as const)('that answers %o to all answers keeps the broadcast held', async (completion, said) => {
    const bench = await openBench({ ports: fakeGatePorts({ complete: async () => completion }) });
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(bench.phase()).toBe('asking');
    expect(bench.find('#final-said').textContent).toBe(inJapanese(said));
    expect(bench.state('people')).toBe(completion.kind === 'open' ? 'open' : 'right');
  });

  test.each([
    ['failed', 'gateTroubleRelease'],
    ['no-pass', 'gateTroubleNoPass'],
  ] as const)('whose release answers %s leads back to the kept answers', async (kind, said) => {
    const ports = fakeGatePorts({
      open: async () => sheetOf({ coolDownSeconds: 0 }),
      release: async () => ({ kind }),
    });
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(bench.phase()).toBe('asking');
    expect(bench.find('#final-said').textContent).toBe(inJapanese(said));
    expect(bench.find<HTMLInputElement>('#answer-people').value).toBe('1234');
    expect(bench.final().getAttribute('aria-disabled')).toBe('false');
  });

  test('that finds the broadcast changed asks everything anew and says what changed', async () => {
    const release = vi.fn(async () => ({ kind: 'changed', changes: ['content', 'people'] }) as const);
    const ports = fakeGatePorts({ open: async () => sheetOf({ coolDownSeconds: 0 }), release });
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(bench.phase()).toBe('asking');
    expect(bench.state('people')).toBe('open');
    expect(bench.find<HTMLInputElement>('#answer-people').value).toBe('');
    expect(bench.find('[role=alert]').textContent).toContain('本文、人数');
  });
});

describe('the cool-down', () => {
  const cooling = async (ports = fakeGatePorts()) => {
    const bench = await openBench({ ports });
    await answerPeople(bench);
    await bench.click(bench.final());
    return bench;
  };

  test('shows the act, every bubble and the seconds, and has the focus on the button that stops', async () => {
    const bench = await cooling();
    expect(bench.find('.countdown').textContent).toBe(inJapanese('gateCoolingReserves', 5));
    expect(bench.find('.cooling-act').textContent).toMatch(/^まるやま洋菓子店 から 1,234人 に/);
    expect(bench.find('.bubble-text').textContent).toBe('冬のフェアを始めます。');
    expect(bench.root.activeElement).toBe(bench.button(inJapanese('gateStop')));
    await bench.pass(2_000);
    expect(bench.find('.countdown').textContent).toBe(inJapanese('gateCoolingReserves', 3));
  });

  test.each([
    ['now', 'goes-on', 'gateCoolingGoes'],
    ['unclear', 'goes-on', 'gateCoolingGoes'],
    ['now', 'press-again', 'gateCoolingOpens'],
  ] as const)('of a broadcast that goes %s (%s) says what comes after it', async (kind, afterwards, said) => {
    const bench = await openBench({ attempt: attemptOf({ broadcast: { schedule: { kind } } }), afterwards });
    await answerPeople(bench);
    await bench.click(bench.final());
    expect(bench.find('.countdown').textContent).toBe(inJapanese(said, 5));
  });

  test('is stopped by its button, from the first moment on', async () => {
    const ports = fakeGatePorts();
    const bench = await cooling(ports);
    await bench.click(bench.button(inJapanese('gateStop')));
    expect(ports.cancel.mock.calls).toEqual([['stopped']]);
    expect(hosts()).toHaveLength(0);
    await bench.pass(10_000);
    expect(ports.release).not.toHaveBeenCalled();
  });

  test('does not count while the tab is hidden', async () => {
    const ports = fakeGatePorts();
    const bench = await cooling(ports);
    await bench.pass(1_000);
    setHidden(true);
    await bench.pass(60_000);
    setHidden(false);
    await bench.pass(3_500);
    expect(bench.phase()).toBe('cooling');
    await bench.pass(1_000);
    expect(ports.release).toHaveBeenCalledOnce();
  });

  test('is not shortened by a clock that jumps', async () => {
    const bench = await cooling();
    vi.setSystemTime(Date.now() + 3_600_000);
    await bench.pass(400);
    expect(bench.phase()).toBe('cooling');
    expect(bench.find('.countdown').textContent).toBe(inJapanese('gateCoolingReserves', 4));
  });

  test('cannot be stopped any more once the release is under way', async () => {
    const ports = fakeGatePorts({ release: never });
    const bench = await cooling(ports);
    await bench.pass(6_000);
    expect(bench.find('.countdown').textContent).toBe(inJapanese('gateReleasing'));
    await bench.click(bench.button(inJapanese('gateStop')));
    await bench.key(bench.find('dialog'), 'Escape');
    expect(ports.cancel).not.toHaveBeenCalled();
  });
});
