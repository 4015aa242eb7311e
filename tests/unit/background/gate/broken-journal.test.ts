import { beforeEach, describe, expect, it } from 'vitest';
import {
  attemptOf,
  bodyOf,
  GateBench,
  nonce,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const URL = `${SEND_URL}#${nonce(1)}`;
const REASON = '災害のお知らせのため急ぎます';

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
  bench.journal.broken = true;
});

const override = () => bench.gate.answers.overrideAttempt({ attempt, reason: REASON, nonce: nonce(1) }, TOP);

describe('a journal that takes nothing', () => {
  it('lets everything be asked and answered, and nothing be released', async () => {
    const { answers } = bench.gate;
    const sheet = await answers.openAttempt({ attempt, changes: [] }, TOP);
    const { answers: given, reasons } = rightAnswers(sheet, attempt);
    for (const answer of given) {
      expect(await answers.answerItem({ attempt, answer }, TOP)).toEqual({ verdict: 'right' });
    }
    const all = { attempt, answers: given, reasons, tookMs: 9_000 };
    await expect(answers.completeAttempt(all, TOP)).rejects.toThrow('full');
    expect(await bench.request(URL, bodyOf())).toBe('blocked');
  });

  it('leaves the way out open, whose reason is kept beside it', async () => {
    expect(await override()).toEqual({ seconds: 15 });
    expect(await bench.request(URL, bodyOf())).toBe('sent');
    expect(bench.journal.drafts).toEqual([]);
    expect(JSON.stringify(await bench.local.get('late-entries'))).toContain(REASON);
  });

  it('gets what it could not take as soon as it works again, and once', async () => {
    await override();
    bench.journal.broken = false;
    await bench.restart().start();
    await bench.restart().start();
    expect(bench.journal.events('overridden').map(({ reason }) => reason)).toEqual([REASON]);
    expect(await bench.local.get('late-entries')).toEqual({ 'late-entries': [] });
  });
});

describe('a page whose service worker hands on its requests', () => {
  it('gets its one request let through, and no other of that worker', async () => {
    bench.journal.broken = false;
    const pass = await bench.complete(attempt);
    await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    expect(await bench.request(SEND_URL, bodyOf(), { tabId: -1 })).toBe('blocked');
    expect(await bench.request(URL, bodyOf(), { tabId: -1 })).toBe('sent');
    expect(await bench.request(URL, bodyOf(), { tabId: -1 })).toBe('blocked');
    expect(bench.told).toContainEqual({
      push: 'outcome',
      attempt: attempt.id,
      outcome: 'accepted',
      status: 200,
    });
    expect(bench.journal.kinds).not.toContain('unconfirmed');
  });
});
