import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rawBody } from '../../../support/fake-net.ts';
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
const REASON = '災害のお知らせのため急ぎます';
const url = `${SEND_URL}#${nonce(1)}`;

let bench: GateBench;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = new GateBench();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Does a work, from the beginning when the worker is stopped in the middle: as a content script asks once more. */
async function survive<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const { life } = bench;
    const result = await Promise.race([work().then((value) => ({ value })), life.over]);
    if (result !== undefined) return result.value;
    bench.restart();
  }
}

const open = () => bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
const complete = async () =>
  bench.gate.answers.completeAttempt({ attempt, ...rightAnswers(await open(), attempt), tookMs: 1 }, TOP);

/** What a content script does from the first question to the release, answering again when the pass is gone. */
async function letGo(): Promise<void> {
  for (;;) {
    const { pass } = await survive(complete);
    if (pass === null) throw new TypeError('the answers are right');
    const request = { attempt, pass, nonce: nonce(1) };
    const { result } = await survive(async () => bench.gate.answers.releaseRequest(request, TOP));
    if (result === 'armed') return;
  }
}

async function wayOut(): Promise<void> {
  const request = { attempt, reason: REASON, nonce: nonce(1) };
  await survive(async () => bench.gate.answers.overrideAttempt(request, TOP));
}

/** Tells of a request from its start to its end; the worker may be stopped in between. */
async function travel(): Promise<'sent' | 'blocked'> {
  const details = { requestId: '1', url, method: 'POST', tabId: 7, type: 'xmlhttprequest' };
  const timeStamp = bench.clock.now();
  const passes = bench.rules.passes('POST', url, 7);
  bench.webRequest.onBeforeRequest.fire({ ...details, timeStamp, requestBody: rawBody(bodyOf()) });
  await Promise.race([bench.gate.settled(), bench.life.over]);
  if (bench.life.dead) await bench.restart().start();
  if (passes) bench.webRequest.onCompleted.fire({ ...details, timeStamp, statusCode: 200, fromCache: false });
  await Promise.race([bench.gate.settled(), bench.life.over]);
  if (bench.life.dead) await bench.restart().start();
  return passes ? 'sent' : 'blocked';
}

/** Nothing may be open that is not in the journal. */
function watchOrder(): string[] {
  const faults: string[] = [];
  const update = bench.rules.updateSessionRules.bind(bench.rules);
  bench.rules.updateSessionRules = (change) => {
    const isWritten = bench.journal.kinds.some((kind) => kind === 'released' || kind === 'overridden');
    if (change.addRules !== undefined && !isWritten) faults.push('open before it was written');
    return update(change);
  };
  return faults;
}

describe.each([
  ['answered checklist', letGo, 'released'],
  ['way out', wayOut, 'overridden'],
] as const)('a worker that is stopped on the way to the release: %s', (_what, work, kind) => {
  it.each([false, true])(
    'at any use of the browser, with or without its effect (%s), ends right',
    async (hasEffect) => {
      await work();
      const uses = bench.life.uses;
      expect(uses).toBeGreaterThan(4);
      for (let lastUse = 1; lastUse <= uses; lastUse++) {
        bench = new GateBench();
        Object.assign(bench.life, { lastUse, hasEffect });
        const faults = watchOrder();
        await work();
        const where = `stopped at use ${lastUse}`;
        expect(await travel(), where).toBe('sent');
        expect(bench.rules.passes('POST', url, 7), where).toBe(false);
        expect(bench.rules.session.size, where).toBe(0);
        expect(bench.journal.events(kind), where).toHaveLength(1);
        expect(
          bench.journal.kinds.filter((one) => one === 'outcome'),
          where,
        ).toHaveLength(1);
        expect(faults, where).toEqual([]);
      }
    },
  );
});

describe('a worker that is stopped while the broadcast travels', () => {
  it.each([false, true])('leaves nothing open, and accuses nobody (%s)', async (hasEffect) => {
    await wayOut();
    const before = bench.life.uses;
    await travel();
    const uses = bench.life.uses;
    expect(uses).toBeGreaterThan(before + 2);
    for (let lastUse = before + 1; lastUse <= uses; lastUse++) {
      bench = new GateBench();
      Object.assign(bench.life, { lastUse, hasEffect });
      await wayOut();
      expect(await travel()).toBe('sent');
      expect(bench.rules.session.size).toBe(0);
      expect(bench.journal.kinds.filter((one) => one === 'outcome').length).toBeLessThan(2);
      expect(bench.journal.events('unconfirmed')).toEqual([]);
    }
  });
});
