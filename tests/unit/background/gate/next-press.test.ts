import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PassId } from '../../../../src/domain/broadcast/pass-book.ts';
import { SECOND } from '../../../../src/domain/clock.ts';
import { BAKERY } from '../../../support/broadcasts.ts';
import { attemptOf, bodyOf, FRAME, GateBench, nonce, SEND_URL, TOP } from '../../../support/gate-bench.ts';

const REASON = '災害のお知らせのため急ぎます';
const attempt = attemptOf();
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

const redeem = (n: number, of = attempt) =>
  bench.gate.answers.redeemWaiting({ broadcast: of.broadcast, page: of.page, nonce: nonce(n) }, TOP);
const press = (pass: PassId, of = attempt) => bench.gate.answers.armNextPress({ attempt: of, pass }, TOP);
const override = (n: number | null, reason = REASON, of = attempt) =>
  bench.gate.answers.overrideAttempt({ attempt: of, reason, nonce: n === null ? null : nonce(n) }, TOP);

describe('the next press', () => {
  it('may send one broadcast from this tab, within twenty seconds', async () => {
    const pass = await bench.complete(attempt);
    expect(await press(pass)).toEqual({ seconds: 20 });
    expect(await bench.request(SEND_URL, bodyOf(), { tabId: 8 })).toBe('blocked');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('sent');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
    await expect(press(pass)).rejects.toThrow('permitted');
    const again = attemptOf(2);
    await press(await bench.complete(again), again);
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });

  it('cannot be had twice for the same answers', async () => {
    await press(await bench.complete(attempt));
    expect(await bench.request(SEND_URL, bodyOf())).toBe('sent');
    await expect(bench.complete(attempt)).rejects.toThrow('used already');
  });

  it('is used up by whatever comes first, a draft too', async () => {
    await press(await bench.complete(attempt));
    expect(await bench.request(SEND_URL, bodyOf({ status: 'DRAFT', immediate: false }))).toBe('sent');
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
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
    expect(await override(1, REASON, blocked)).toEqual({ result: 'open', seconds: 15 });
    expect(bench.journal.events('overridden')).toMatchObject([
      { reason: REASON, broadcast: { people: 842 } },
    ]);
    expect(await bench.request(urlOf(1), bodyOf())).toBe('sent');
  });

  it.each(['', '急ぎ', 'ああああああああああああ', '. . . . . . . . . .'])(
    '%j is no reason',
    async (reason) => {
      expect(await override(1, reason)).toMatchObject({ result: 'refused' });
      expect([bench.rules.added, bench.journal.drafts]).toEqual([[], []]);
    },
  );

  it('leads out once for each request', async () => {
    await override(1);
    await override(1);
    await bench.request(urlOf(1), bodyOf());
    await expect(override(1)).rejects.toThrow('permitted');
    expect(bench.journal.events('overridden')).toHaveLength(1);
  });

  it('is there for the next press too, and its request finds it waiting', async () => {
    expect(await override(null)).toEqual({ result: 'open', seconds: 20 });
    expect(await redeem(2)).toEqual({ result: 'armed', attempt: attempt.id });
    expect(await bench.request(urlOf(2), bodyOf())).toBe('sent');
    expect(bench.journal.events('outcome')).toHaveLength(1);
  });

  it('is not for a frame', async () => {
    const request = { attempt, reason: REASON, nonce: nonce(1) };
    await expect(bench.gate.answers.overrideAttempt(request, FRAME)).rejects.toThrow('frame');
  });
});
