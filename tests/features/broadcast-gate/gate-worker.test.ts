// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Wish } from '../../../src/features/broadcast-gate/attempt-desk.ts';
import { GateWorker } from '../../../src/features/broadcast-gate/gate-worker.ts';
import { FakeHeld, lockedAttempt, nonceOf } from '../../support/attempt-bench.ts';
import { attemptId } from '../../support/broadcasts.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeWorker } from '../../support/feature-bench.ts';

const PASSES = ['1a'.repeat(16), '2b'.repeat(16)] as const;
const ANSWERS = [{ item: 'people', typed: '842' }] as const;
const REASONS = [{ finding: 'f1', text: '原稿と見比べて確かめました' }];
const NOTHING_OPEN = { items: [], findings: [] };
const STILL_OPEN = { items: ['people' as const], findings: ['f1'] };

/** A worker that finds all answers right and gives another pass each time, and the request that waits for it. */
function bench(wish: Partial<Wish> = {}) {
  const worker = new FakeWorker();
  const ends: string[] = [];
  let given = 0;
  worker.answers.set('openAttempt', { items: [], findings: [], changes: [], coolDownSeconds: 5 });
  worker.answers.set('answerItem', { verdict: 'right' });
  worker.answers.set('completeAttempt', () => {
    given += 1;
    return { pass: PASSES[given - 1] ?? null, open: NOTHING_OPEN };
  });
  worker.answers.set('releaseRequest', { result: 'armed', attempt: attemptId(1) });
  worker.answers.set('armNextPress', { seconds: 45 });
  worker.answers.set('overrideAttempt', { result: 'open', seconds: 30 });
  const held = new FakeHeld({ nonce: nonceOf(7) });
  const attempt = { ...lockedAttempt(1), source: 'request' as const };
  const ports = new GateWorker(
    { worker: worker.link, clock: new FakeClock(0), settings: { current: () => null } as never },
    { attempt, held, changes: [], ...wish },
    {
      onReleased: (seconds) => void ends.push(`released ${seconds}`),
      onCancelled: (why) => void ends.push(`cancelled ${why}`),
    },
  );
  const complete = () => ports.complete(ANSWERS, REASONS, 9_000);
  return { worker, ports, held, ends, complete };
}

describe('the second person’s approval', () => {
  test('is asked for and followed for the attempt at hand', async () => {
    const { worker, ports } = bench();
    const given = { kind: 'given', person: '山田', isVerified: true };
    const entered = { result: 'misread', waitSeconds: 0, code: null };
    worker.answers.set('askApproval', given);
    worker.answers.set('approvalState', given);
    worker.answers.set('enterApprovalCode', entered);
    worker.answers.set('openApprovalPage', 'done');
    worker.answers.set('approvalBrief', { line: 'matta-approval-1:abcd.' });
    const { approval } = ports;
    const answers = [{ item: 'custom:stock', given: { kind: 'number', typed: '30' } }] as const;
    expect([await approval.ask('佐藤', answers), await approval.state(answers)]).toEqual([given, given]);
    expect(await approval.brief(answers)).toBe('matta-approval-1:abcd.');
    expect([await approval.enter('7K2M', answers), await approval.openPage()]).toEqual([entered, true]);
    const attempt = expect.objectContaining({ id: attemptId(1) });
    expect(worker.asked.map(({ payload }) => payload)).toEqual([
      { attempt, answers, operator: '佐藤' },
      { attempt, answers },
      { attempt, answers },
      { attempt, answers, typed: '7K2M' },
      {},
    ]);
  });

  test('is not known while the worker does not answer', async () => {
    const { approval } = bench().ports;
    expect([await approval.ask('佐藤', []), await approval.state([])]).toEqual([null, null]);
    expect([await approval.brief([]), await approval.enter('7K2M', [])]).toEqual([null, null]);
    expect(await approval.openPage()).toBe(false);
  });
});

describe('a worker that does not answer', () => {
  test.each([
    ['openAttempt', ({ ports }: ReturnType<typeof bench>) => ports.open(), null],
    ['answerItem', ({ ports }: ReturnType<typeof bench>) => ports.answer(ANSWERS[0]), 'failed'],
    ['completeAttempt', ({ complete }: ReturnType<typeof bench>) => complete(), { kind: 'failed' }],
    [
      'releaseRequest',
      async ({ ports, complete }: ReturnType<typeof bench>) => {
        await complete();
        return ports.release();
      },
      { kind: 'failed' },
    ],
    [
      'overrideAttempt',
      ({ ports }: ReturnType<typeof bench>) =>
        ports.override({ reason: '今すぐ知らせる必要がある', person: null }),
      { kind: 'failed' },
    ],
  ] as const)('%s: lets nothing go', async (verb, act, answer) => {
    const made = bench();
    made.worker.answers.delete(verb);
    expect(await act(made)).toEqual(answer);
    expect([made.held.fate, made.ends]).toEqual([[], []]);
  });

  test('armNextPress: opens nothing', async () => {
    const { worker, ports, complete, ends } = bench({ held: null, attempt: lockedAttempt() });
    worker.answers.delete('armNextPress');
    await complete();
    expect([await ports.release(), ends]).toEqual([{ kind: 'failed' }, []]);
  });
});

describe('the answers', () => {
  test('go to the worker as they are, and what is still open comes back', async () => {
    const { worker, complete } = bench();
    worker.answers.set('completeAttempt', { pass: null, open: STILL_OPEN });
    expect(await complete()).toEqual({ kind: 'open', open: STILL_OPEN });
    expect(worker.payloads('completeAttempt')).toMatchObject([
      { answers: ANSWERS, reasons: REASONS, tookMs: 9_000 },
    ]);
  });

  test('without a pass release nothing', async () => {
    const { worker, ports, held } = bench();
    expect(await ports.release()).toEqual({ kind: 'no-pass' });
    worker.answers.set('completeAttempt', { pass: null, open: STILL_OPEN });
    await ports.complete(ANSWERS, [], 1);
    expect(await ports.release()).toEqual({ kind: 'no-pass' });
    expect([held.fate, worker.payloads('releaseRequest')]).toEqual([[], []]);
  });
});

describe('a pass', () => {
  test('releases the request that it was given for', async () => {
    const { worker, ports, held, complete, ends } = bench();
    await complete();
    expect(await ports.release()).toEqual({ kind: 'released', seconds: null });
    expect(worker.payloads('releaseRequest')).toMatchObject([{ pass: PASSES[0], nonce: nonceOf(7) }]);
    expect([held.fate, ends]).toEqual([['released'], ['released null']]);
  });

  test('that a stopped worker has forgotten is asked for once more, with the same answers', async () => {
    const { worker, ports, held, complete } = bench();
    worker.answers.set('releaseRequest', (payload: unknown) =>
      Object(payload).pass === PASSES[0] ? { result: 'no-pass' } : { result: 'armed', attempt: attemptId(1) },
    );
    await complete();
    expect(await ports.release()).toEqual({ kind: 'released', seconds: null });
    const [first, second, ...more] = worker.payloads('completeAttempt');
    expect([second, more]).toEqual([first, []]);
    expect(held.fate).toEqual(['released']);
  });

  test.each([
    ['is refused again', { pass: PASSES[1], open: NOTHING_OPEN }, 2],
    ['is not given again', { pass: null, open: STILL_OPEN }, 1],
  ])('that %s is asked for no third time', async (_, second, asked) => {
    const { worker, ports, held, complete } = bench();
    await complete();
    worker.answers.set('releaseRequest', { result: 'no-pass' });
    worker.answers.set('completeAttempt', second);
    expect(await ports.release()).toEqual({ kind: 'no-pass' });
    expect(worker.payloads('completeAttempt')).toHaveLength(2);
    expect(worker.payloads('releaseRequest')).toHaveLength(asked);
    expect(held.fate).toEqual([]);
  });

  test('for something else says what has changed', async () => {
    const { worker, ports, held, complete } = bench();
    worker.answers.set('releaseRequest', { result: 'changed', changes: ['people', 'content'] });
    await complete();
    expect(await ports.release()).toEqual({ kind: 'changed', changes: ['people', 'content'] });
    expect([held.fate, worker.payloads('completeAttempt').length]).toEqual([[], 1]);
  });
});

describe('where nothing waits', () => {
  test('the press comes again while the pass lives, and asks for it itself', async () => {
    const { worker, ports, complete, ends } = bench({ held: null });
    await complete();
    expect(await ports.release()).toEqual({ kind: 'released', seconds: 120 });
    expect([ends, worker.payloads('armNextPress')]).toEqual([['released 120'], []]);
  });

  test('and the page’s requests are out of sight, the next press is let through', async () => {
    const { worker, ports, complete, ends } = bench({ held: null, attempt: lockedAttempt() });
    await complete();
    expect(await ports.release()).toEqual({ kind: 'released', seconds: 45 });
    expect(worker.payloads('armNextPress')).toMatchObject([{ pass: PASSES[0] }]);
    expect(ends).toEqual(['released 45']);
  });
});

describe('the way out', () => {
  const reason = '火災のため至急知らせる';

  test('opens the lock for the request that waits', async () => {
    const { worker, ports, held, ends } = bench();
    expect(await ports.override({ reason, person: null })).toEqual({ kind: 'released', seconds: null });
    expect(worker.payloads('overrideAttempt')).toMatchObject([{ reason, nonce: nonceOf(7) }]);
    expect([held.fate, ends]).toEqual([['released'], ['released null']]);
  });

  test('opens it for the next press where nothing waits', async () => {
    const { worker, ports, ends } = bench({ held: null });
    expect(await ports.override({ reason, person: null })).toEqual({ kind: 'released', seconds: 30 });
    expect(worker.payloads('overrideAttempt')).toMatchObject([{ nonce: null }]);
    expect(ends).toEqual(['released 30']);
  });

  test('lets a request that could not wait come again', async () => {
    const held = new FakeHeld({ canWait: false });
    const { ports, ends } = bench({ held });
    expect(await ports.override({ reason, person: null })).toEqual({ kind: 'released', seconds: 15 });
    expect([held.fate, ends]).toEqual([['next 15000'], ['released 15']]);
  });
});

test.each(['cancelled', 'stopped', 'failed'] as const)('going back is told on as %s', (why) => {
  const { ports, ends, worker } = bench();
  ports.cancel(why);
  expect([ends, worker.asked]).toEqual([[`cancelled ${why}`], []]);
});
