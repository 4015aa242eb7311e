// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { attemptBench, FakeHeld, lockedAttempt, nonceOf, phaseShown } from '../../support/attempt-bench.ts';
import { attemptId, broadcastOf, textBubble } from '../../support/broadcasts.ts';
import { inJapanese, outcomeShown } from '../../support/gate-dialog-bench.ts';

const other = broadcastOf({ bubbles: [textBubble('別のお知らせ')] });
const last = (payloads: readonly unknown[]) => Object(payloads.at(-1));

describe('a broadcast that is held', () => {
  test('asks whether it has been answered for already, and then opens its checklist', async () => {
    const { hold, asked, worker } = attemptBench();
    const held = new FakeHeld();
    await hold(held);
    expect(asked()).toEqual(['redeemWaiting', 'openAttempt']);
    expect(last(worker.payloads('redeemWaiting'))).toMatchObject({
      broadcast: held.broadcast,
      nonce: held.nonce,
    });
    expect(last(worker.payloads('openAttempt')).attempt).toMatchObject({
      source: 'request',
      broadcast: held.broadcast,
    });
    expect([phaseShown(), held.fate]).toEqual(['asking', []]);
  });

  test('goes at once when it has been answered for', async () => {
    const { hold } = attemptBench(({ worker }) =>
      worker.answers.set('redeemWaiting', { result: 'armed', attempt: attemptId(3) }),
    );
    const held = new FakeHeld();
    await hold(held);
    expect([phaseShown(), held.fate]).toEqual([null, ['released']]);
  });

  test('opens with what is different when another was answered for', async () => {
    const { hold, worker } = attemptBench(({ worker }) =>
      worker.answers.set('redeemWaiting', { result: 'changed', changes: ['schedule', 'content'] }),
    );
    const held = new FakeHeld();
    await hold(held);
    expect(last(worker.payloads('openAttempt')).changes).toEqual(['schedule', 'content']);
    expect([phaseShown(), held.fate]).toEqual(['asking', []]);
  });

  test('is asked about as well when the worker does not answer', async () => {
    const { hold } = attemptBench(({ worker }) => worker.answers.delete('redeemWaiting'));
    const held = new FakeHeld();
    await hold(held);
    expect([phaseShown(), held.fate]).toEqual(['asking', []]);
  });

  test('goes after the last button, once, with its own nonce', async () => {
    const { hold, finish, worker } = attemptBench();
    const held = new FakeHeld({ nonce: nonceOf(5) });
    await hold(held);
    await finish();
    expect(held.fate).toEqual(['released']);
    expect(worker.payloads('releaseRequest')).toMatchObject([{ nonce: nonceOf(5) }]);
    expect(worker.payloads('endAttempt')).toEqual([]);
  });

  test('fails when somebody goes back', async () => {
    const { hold, cancel, worker } = attemptBench();
    const held = new FakeHeld();
    await hold(held);
    await cancel();
    expect([phaseShown(), held.fate]).toEqual([null, ['refused']]);
    expect(last(worker.payloads('endAttempt'))).toMatchObject({ account: '@bakery', why: 'cancelled' });
  });

  test.each([
    ['the page shows something else', ({ page }: ReturnType<typeof attemptBench>) => page.go('list')],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ])('fails when %s', async (_, leave) => {
    const bench = attemptBench();
    const held = new FakeHeld();
    await bench.hold(held);
    leave(bench);
    await bench.settle();
    expect([phaseShown(), held.fate]).toEqual([null, ['refused']]);
    expect(bench.worker.payloads('endAttempt')).toMatchObject([{ why: 'left' }]);
  });

  test('fails when the feature ends, and nothing of it is left', async () => {
    const { hold, end, settle, worker } = attemptBench();
    const held = new FakeHeld();
    await hold(held);
    end();
    await settle();
    expect([phaseShown(), held.fate]).toEqual([null, ['refused']]);
    expect(worker.payloads('endAttempt')).toMatchObject([{ why: 'failed' }]);
  });

  test('fails when the feature ends before the worker has answered', async () => {
    const { hold, end, pass, asked } = attemptBench(({ worker }) => {
      worker.delayMs = 100;
    });
    const held = new FakeHeld();
    await hold(held);
    end();
    await pass(200);
    expect([phaseShown(), held.fate, asked()]).toEqual([null, ['refused'], ['redeemWaiting']]);
  });
});

describe('a checklist that cannot be opened', () => {
  test('lets its broadcast fail, and the next is asked about', async () => {
    const { hold, worker } = attemptBench();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const show = vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => {
      throw new DOMException('no room', 'InvalidStateError');
    });
    const [first, second] = [new FakeHeld(), new FakeHeld({ nonce: nonceOf(2) })];
    await hold(first);
    show.mockRestore();
    await hold(second);
    log.mockRestore();
    expect([first.fate, second.fate, phaseShown()]).toEqual([['refused'], [], 'asking']);
    expect(worker.payloads('endAttempt')).toMatchObject([{ why: 'failed' }]);
  });
});

describe('a broadcast that the page gives up', () => {
  test('keeps its checklist, and the answers count for the next press', async () => {
    const { hold, finish, settle, asked } = attemptBench();
    const held = new FakeHeld();
    await hold(held);
    held.abandon();
    await settle();
    expect([phaseShown(), held.fate]).toEqual(['asking', []]);
    await finish();
    expect([phaseShown(), held.fate]).toEqual(['released', []]);
    expect(asked()).not.toContain('releaseRequest');
  });

  test('while the worker is asked opens none', async () => {
    const { hold, pass, asked } = attemptBench(({ worker }) => {
      worker.delayMs = 100;
    });
    const held = new FakeHeld();
    await hold(held);
    held.abandon();
    await pass(200);
    expect([phaseShown(), held.fate, asked()]).toEqual([null, ['refused'], ['redeemWaiting']]);
  });

  test('after it has been let go changes nothing', async () => {
    const { hold, finish, settle, worker } = attemptBench();
    const held = new FakeHeld();
    await hold(held);
    await finish();
    held.abandon();
    await settle();
    expect([held.fate, worker.payloads('endAttempt')]).toEqual([['released'], []]);
  });
});

describe('one at a time', () => {
  test('a second broadcast fails while a checklist is open, and leaves that alone', async () => {
    const { hold, asked } = attemptBench();
    const [first, second] = [new FakeHeld(), new FakeHeld({ nonce: nonceOf(2), broadcast: other })];
    await hold(first);
    await hold(second);
    expect([first.fate, second.fate, phaseShown()]).toEqual([[], ['refused'], 'asking']);
    expect(asked()).toEqual(['redeemWaiting', 'openAttempt']);
  });

  test('of two in one moment one is asked about', async () => {
    const { hold, worker } = attemptBench();
    const [first, second] = [new FakeHeld(), new FakeHeld({ nonce: nonceOf(2), broadcast: other })];
    await hold(first, second);
    expect([first.fate, second.fate]).toEqual([[], ['refused']]);
    expect(worker.payloads('openAttempt')).toHaveLength(1);
    expect(document.querySelectorAll('matta-gate')).toHaveLength(1);
  });

  test('after the end of one the next is asked about', async () => {
    const { hold, finish, cancel } = attemptBench();
    const requests = [1, 2, 3].map((n) => new FakeHeld({ nonce: nonceOf(n) }));
    const [first, second, third] = requests;
    if (!first || !second || !third) throw new Error('three');
    await hold(first);
    await cancel();
    await hold(second);
    await finish();
    await hold(third);
    expect(requests.map(({ fate }) => fate)).toEqual([['refused'], ['released'], []]);
    expect([phaseShown(), document.querySelectorAll('matta-gate').length]).toEqual(['asking', 1]);
  });

  test('drafts are not asked about, whatever is open', async () => {
    const { hold, worker } = attemptBench();
    const [draft, commit, next] = [
      new FakeHeld({ kind: 'harmless' }),
      new FakeHeld(),
      new FakeHeld({ kind: 'harmless' }),
    ];
    await hold(draft, commit, next);
    expect([draft.fate, commit.fate, next.fate]).toEqual([['released'], [], ['released']]);
    expect(worker.payloads('openAttempt')).toHaveLength(1);
  });
});

describe('a broadcast that cannot wait', () => {
  test('is asked about at once, and may come again for a quarter of a minute', async () => {
    const { hold, finish, asked } = attemptBench();
    const held = new FakeHeld({ canWait: false });
    await hold(held);
    expect([asked(), held.fate]).toEqual([['openAttempt'], []]);
    await finish();
    expect(held.fate).toEqual(['next 15000']);
  });
});

describe('in a frame', () => {
  const inFrame = (redeemed: object) =>
    attemptBench((bench) => {
      Object.assign(bench.context, { isTop: false });
      bench.worker.answers.set('redeemWaiting', redeemed);
    });

  test.each([{ result: 'no-pass' }, { result: 'changed', changes: ['content'] }])(
    'a broadcast fails and is asked about in the page (%j)',
    async (redeemed) => {
      const { hold, worker } = inFrame(redeemed);
      const held = new FakeHeld();
      await hold(held);
      expect([phaseShown(), held.fate]).toEqual([null, ['refused']]);
      expect(worker.payloads('askInPage')).toMatchObject([{ attempt: { broadcast: held.broadcast } }]);
    },
  );

  test('one that has been answered for goes, and so do drafts', async () => {
    const { hold, worker } = inFrame({ result: 'armed', attempt: attemptId(1) });
    const [held, draft] = [new FakeHeld(), new FakeHeld({ kind: 'harmless' })];
    await hold(held, draft);
    expect([held.fate, draft.fate]).toEqual([['released'], ['released']]);
    expect(worker.payloads('askInPage')).toEqual([]);
  });
});

describe('a broadcast that was stopped elsewhere', () => {
  test('is asked about with what this page shows', async () => {
    const { news, settle, worker, page } = attemptBench();
    news.askedFor.tell(lockedAttempt());
    await settle();
    expect(phaseShown()).toBe('asking');
    const { attempt } = last(worker.payloads('openAttempt'));
    expect([attempt.id, attempt.source, attempt.page]).toEqual([attemptId(9), 'lock', page.facts()]);
  });

  test('is not asked about while another is', async () => {
    const { news, hold, settle, worker } = attemptBench();
    await hold(new FakeHeld());
    news.askedFor.tell(lockedAttempt());
    await settle();
    expect(worker.payloads('openAttempt')).toHaveLength(1);
  });

  test('has the next press let through, and that press is not stopped again until its time is over', async () => {
    const { news, settle, finish, worker, page, pass } = attemptBench();
    page.written = broadcastOf();
    news.askedFor.tell(lockedAttempt());
    await settle();
    await finish();
    expect(worker.payloads('armNextPress')).toMatchObject([{ attempt: { id: attemptId(9) } }]);
    expect(page.press()).toEqual(['pass']);
    await pass(59_900);
    expect(page.press()).toEqual(['pass']);
    await pass(200);
    expect(page.press()).toEqual(['hold']);
  });
});

describe('the outcome', () => {
  test('is shown for its own attempt alone', async () => {
    const { hold, finish, news, worker } = attemptBench();
    await hold(new FakeHeld());
    const { id } = last(worker.payloads('openAttempt')).attempt;
    await finish();
    expect(outcomeShown()?.title).toBe(inJapanese('gateWaitTitle'));
    news.outcomes.tell({ attempt: attemptId(77), outcome: 'accepted', status: 200 });
    expect(outcomeShown()?.title).toBe(inJapanese('gateWaitTitle'));
    news.outcomes.tell({ attempt: id, outcome: 'accepted', status: 200 });
    expect(outcomeShown()?.title).toBe(inJapanese('gateAcceptedTitle'));
  });
});

describe('the button that was pressed', () => {
  test.each([
    ['is learned when it is new', '予約', ['予約'], []],
    ['is not learned twice', '予約', [], ['予約']],
    ['is not learned without a label', null, [], []],
  ] as const)('%s', async (_, pressed, learned, known) => {
    const { hold, worker } = attemptBench(({ page, settings }) => {
      page.pressed = pressed;
      settings.change({ sendLabels: [...known] });
    });
    await hold(new FakeHeld());
    expect(worker.payloads('learnSendLabel')).toEqual(learned.map((label) => ({ label })));
  });
});
