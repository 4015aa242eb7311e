import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/domain/clock.ts';
import type { PassId } from '../../../../src/messaging/gate-protocol.ts';
import type { Sender } from '../../../../src/messaging/sender.ts';
import { BAKERY } from '../../../support/broadcasts.ts';
import {
  attemptOf,
  bodyOf,
  FRAME,
  GateBench,
  nonce,
  OTHER_TAB,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const REASON = '災害のお知らせのため急ぎます';
const attempt = attemptOf();
const { broadcast, page } = attempt;
const otherBody = bodyOf({ balloons: [{ contentType: 'TEXT', text: '差し替えた文' }] });
const urlOf = (n: number) => `${SEND_URL}#${nonce(n)}`;

let bench: GateBench;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = new GateBench();
});
afterEach(() => {
  vi.useRealTimers();
});

const release = (pass: PassId, n: number, sender: Sender = TOP, of = attempt) =>
  bench.gate.answers.releaseRequest({ attempt: of, pass, nonce: nonce(n) }, sender);
const redeem = (n: number, of = attempt, sender = TOP) =>
  bench.gate.answers.redeemWaiting({ broadcast: of.broadcast, page: of.page, nonce: nonce(n) }, sender);
const press = (pass: PassId, of = attempt) => bench.gate.answers.armNextPress({ attempt: of, pass }, TOP);
const override = (n: number | null, reason = REASON, of = attempt) =>
  bench.gate.answers.overrideAttempt({ attempt: of, reason, nonce: n === null ? null : nonce(n) }, TOP);

describe('a pass for a request that is held', () => {
  it('lets that request go once, and the journal says what went before it goes', async () => {
    const pass = await bench.complete(attempt);
    expect(await release(pass, 1)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(bench.journal.kinds.at(-1)).toBe('released');
    expect(bench.journal.events('released')[0]).toMatchObject({ tookMs: 9_000, person: null, reasons: [] });
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
    expect(await bench.request(urlOf(1), bodyOf())).toBe('sent');
    expect(await bench.request(urlOf(1), bodyOf())).toBe('blocked');
  });

  it('may be asked for twice by the same request: it goes once, and is written down once', async () => {
    const pass = await bench.complete(attempt);
    await Promise.all([release(pass, 1), release(pass, 1)]);
    expect(await release(pass, 1)).toMatchObject({ result: 'armed' });
    expect(bench.rules.added).toHaveLength(1);
    expect(bench.journal.events('released')).toHaveLength(1);
    await bench.request(urlOf(1), bodyOf());
    expect(await release(pass, 1)).toEqual({ result: 'no-pass' });
    expect(await bench.request(urlOf(1), bodyOf())).toBe('blocked');
  });

  it.each([
    ['another request', (pass: PassId) => release(pass, 2)],
    ['another tab', (pass: PassId) => release(pass, 2, OTHER_TAB)],
    ['a frame', (pass: PassId) => release(pass, 2, FRAME)],
  ])('is not for %s', async (_what, ask) => {
    const pass = await bench.complete(attempt);
    await release(pass, 1);
    const result = await Promise.resolve(ask(pass)).catch(() => ({ result: 'refused' }));
    expect(result.result).not.toBe('armed');
    expect(bench.rules.added).toHaveLength(1);
  });

  it('says what has changed, and is void then', async () => {
    const pass = await bench.complete(attempt);
    const changed = attemptOf(1, otherBody);
    expect(await release(pass, 1, TOP, changed)).toEqual({ result: 'changed', changes: ['content'] });
    expect(await release(pass, 1)).toEqual({ result: 'no-pass' });
    expect(bench.rules.added).toEqual([]);
  });

  it('ends after two minutes, and with the worker', async () => {
    const pass = await bench.complete(attempt);
    bench.clock.advance(2 * MINUTE);
    expect(await release(pass, 1)).toEqual({ result: 'no-pass' });
    const next = await bench.complete(attempt);
    bench.restart();
    expect(await release(next, 1)).toEqual({ result: 'no-pass' });
    expect(bench.rules.added).toEqual([]);
  });

  it('opens nothing while the journal cannot be written, and can be used once it can', async () => {
    const pass = await bench.complete(attempt);
    bench.journal.broken = true;
    await expect(release(pass, 1)).rejects.toThrow('the disk is full');
    expect(bench.rules.added).toEqual([]);
    bench.journal.broken = false;
    expect(await release(pass, 1)).toMatchObject({ result: 'armed' });
  });

  it('opens nothing when its tab is left while it is written down; the journal says that too', async () => {
    const pass = await bench.complete(attempt);
    const releasing = release(pass, 1);
    await vi.waitFor(() => expect(bench.journal.kinds.at(-1)).toBe('released'));
    bench.tabs.onUpdated.fire(7, { status: 'loading' }, {});
    expect(await releasing).toEqual({ result: 'no-pass' });
    expect(bench.rules.session.size).toBe(0);
    expect(bench.journal.events('refused')).toEqual([{ kind: 'refused', why: 'left' }]);
  });

  it('is worth fifteen seconds once it is used', async () => {
    const pass = await bench.complete(attempt);
    await release(pass, 1);
    await vi.advanceTimersByTimeAsync(15 * SECOND);
    expect(await bench.request(urlOf(1), bodyOf())).toBe('blocked');
  });
});

describe('a pass that waits for another press', () => {
  it('lets the request of that press go, from a frame too, also when asked twice', async () => {
    await bench.complete(attempt);
    expect(await redeem(1, attempt, FRAME)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(await redeem(1)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(await redeem(2)).toEqual({ result: 'no-pass' });
    expect(await bench.request(urlOf(1), bodyOf())).toBe('sent');
    expect(bench.journal.events('released')).toHaveLength(1);
  });

  it('fits the same broadcast when it was read from the screen', async () => {
    const audience = { ...broadcast.audience, target: '' };
    const seen = attemptOf(1, bodyOf(), { source: 'button', broadcast: { ...broadcast, audience } });
    await bench.complete(seen);
    expect(await redeem(1)).toMatchObject({ result: 'armed' });
  });

  it('says what has changed, and is void then', async () => {
    await bench.complete(attempt);
    const changed = { ...attemptOf(2, otherBody), page: { ...page, people: 8420 } };
    expect(await redeem(1, changed)).toEqual({ result: 'changed', changes: ['people', 'content'] });
    expect(await redeem(1)).toEqual({ result: 'no-pass' });
  });

  it('is not there for another tab, after its time, after its tab was left, or with another worker', async () => {
    await bench.complete(attempt);
    expect(await redeem(1, attempt, OTHER_TAB)).toEqual({ result: 'no-pass' });
    bench.tabs.onRemoved.fire(7);
    expect(await redeem(1)).toEqual({ result: 'no-pass' });
    await bench.complete(attempt);
    bench.clock.advance(2 * MINUTE);
    expect(await redeem(1)).toEqual({ result: 'no-pass' });
    await bench.complete(attempt);
    bench.restart();
    expect(await redeem(1)).toEqual({ result: 'no-pass' });
    expect(bench.rules.added).toEqual([]);
  });
});

describe('the next press', () => {
  it('may send one broadcast from this tab, within twenty seconds', async () => {
    const pass = await bench.complete(attempt);
    expect(await press(pass)).toEqual({ seconds: 20 });
    expect(await bench.request(SEND_URL, bodyOf(), { tabId: 8 })).toBe('blocked');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('sent');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
    await expect(press(pass)).rejects.toThrow('permitted');
    const next = await bench.complete(attempt);
    await press(next);
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });

  it('is not used up by a draft that the page saves meanwhile', async () => {
    await press(await bench.complete(attempt));
    await bench.request(SEND_URL, bodyOf({ status: 'DRAFT', immediate: false }));
    expect(await bench.request(SEND_URL, bodyOf())).toBe('sent');
  });

  it('is of no use for an address that only a server would understand', async () => {
    await press(await bench.complete(attempt));
    expect(await bench.request(SEND_URL.replace('bots', 'b%6fts'), bodyOf())).toBe('blocked');
  });

  it('becomes a permission for its request alone when a script of ours sees that after all', async () => {
    await press(await bench.complete(attempt));
    expect(await redeem(1)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
    expect(await bench.request(urlOf(1), bodyOf())).toBe('sent');
    expect(bench.journal.events('released')).toHaveLength(1);
  });

  it('ends when that request says something else', async () => {
    await press(await bench.complete(attempt));
    expect(await redeem(1, attemptOf(2, otherBody))).toEqual({ result: 'changed', changes: ['content'] });
    expect(bench.rules.session.size).toBe(0);
  });

  it('is not permitted without a pass, nor for another broadcast', async () => {
    const pass = await bench.complete(attempt);
    await expect(press(pass, attemptOf(1, otherBody))).rejects.toThrow('permitted');
    bench.restart();
    await expect(press(pass)).rejects.toThrow('permitted');
    expect(bench.rules.added).toEqual([]);
  });

  it('is not permitted any more once the attempt has ended', async () => {
    await press(await bench.complete(attempt));
    await bench.gate.answers.endAttempt({ id: attempt.id, account: BAKERY, why: 'left' }, FRAME);
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });
});

describe('the way out', () => {
  const blocked = attemptOf(3, bodyOf({ balloons: [{ contentType: 'TEXT', text: '【テスト】〇〇様' }] }));

  it('needs a reason, is written down with it, and is open where checks say no', async () => {
    expect(await override(1, REASON, blocked)).toEqual({ seconds: 15 });
    expect(bench.journal.events('overridden')).toMatchObject([
      { reason: REASON, broadcast: { people: 842 } },
    ]);
    expect(await bench.request(urlOf(1), bodyOf())).toBe('sent');
  });

  it.each(['', '急ぎ', 'ああああああああああああ', '. . . . . . . . . .'])(
    '%j is no reason',
    async (reason) => {
      await expect(override(1, reason)).rejects.toThrow('no reason');
      expect([bench.rules.added, bench.journal.drafts]).toEqual([[], []]);
    },
  );

  it('is closed while the journal cannot be written', async () => {
    bench.journal.broken = true;
    await expect(override(1)).rejects.toThrow('the disk is full');
    expect(bench.rules.added).toEqual([]);
  });

  it('leads out once for each request', async () => {
    await override(1);
    await override(1);
    await bench.request(urlOf(1), bodyOf());
    await expect(override(1)).rejects.toThrow('permitted');
    expect(bench.journal.events('overridden')).toHaveLength(1);
  });

  it('is there for the next press too, and its request finds it waiting', async () => {
    expect(await override(null)).toEqual({ seconds: 20 });
    expect(await redeem(2)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(await bench.request(urlOf(2), bodyOf())).toBe('sent');
    expect(bench.journal.events('outcome')).toHaveLength(1);
  });

  it('is not for a frame', async () => {
    const request = { attempt, reason: REASON, nonce: nonce(1) };
    await expect(bench.gate.answers.overrideAttempt(request, FRAME)).rejects.toThrow('frame');
  });
});
