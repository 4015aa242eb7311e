import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PassId } from '../../../../src/domain/broadcast/pass-book.ts';
import { MINUTE, SECOND } from '../../../../src/domain/clock.ts';
import type { Sender } from '../../../../src/messaging/sender.ts';
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
    const append = bench.journal.append.bind(bench.journal);
    vi.spyOn(bench.journal, 'append').mockImplementationOnce((draft, once) => {
      bench.tabs.onUpdated.fire(7, { status: 'loading' }, {});
      return append(draft, once);
    });
    expect(await release(pass, 1)).toEqual({ result: 'no-pass' });
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
