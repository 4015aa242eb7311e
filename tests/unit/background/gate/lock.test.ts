import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCK_ALARM } from '../../../../src/background/gate/lock.ts';
import { FREE_METHODS, isLocked, LOCKED } from '../../../../src/background/gate/locked-address.ts';
import { RESOURCE_TYPES } from '../../../../src/background/ports.ts';
import { SECOND } from '../../../../src/domain/clock.ts';
import {
  attemptOf,
  bodyOf,
  FRAME,
  GateBench,
  MANAGER_URL,
  nonce,
  OTHER_TAB,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const DRAFT = bodyOf({ status: 'DRAFTED', immediate: false });
const withNonce = (n: number) => `${SEND_URL}#${nonce(n)}`;

let bench: GateBench;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = new GateBench();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Time passes, by the clock and by the timers. */
async function pass(ms: number): Promise<void> {
  bench.clock.advance(ms);
  await vi.advanceTimersByTimeAsync(ms);
}
const arm = (n: number, isStandby = false, sender = TOP) =>
  bench.gate.answers.armHarmless({ nonce: nonce(n), isStandby }, sender);

describe('the rules of the manifest', () => {
  const rules: unknown = JSON.parse(
    readFileSync(new URL('../../../../public/rules/lock.json', import.meta.url), 'utf8'),
  );

  it('stop what the worker takes for locked, in every way that a page can send', () => {
    expect(rules).toEqual(
      LOCKED.map((regexFilter, index) => ({
        id: index + 1,
        priority: 1,
        action: { type: 'block' },
        condition: {
          regexFilter,
          excludedRequestMethods: [...FREE_METHODS],
          resourceTypes: expect.arrayContaining([...RESOURCE_TYPES, 'webtransport', 'webbundle']),
        },
      })),
    );
  });

  it.each([
    ['POST', '/api/bots/@bakery/broadcasts', true],
    ['POST', '/api/bots/@bakery/broadcasts/v2', true],
    ['PUT', '/api/v3/bots/%40bakery/broadcasts/12/send', true],
    ['PATCH', '/api/bots/@bakery/broadcasts/1?x=1', true],
    ['post', '/API//bots//@bakery//Broadcasts', true],
    ['POST', '/api/bots/@bakery/bro%61dcasts', true],
    ['POST', '/api/bots%2F@bakery/broadcasts', true],
    ['POST', `/api/bots/@bakery/broadcasts/v2#${nonce(1)}`, true],
    ['GET', '/api/bots/@bakery/broadcasts', false],
    ['DELETE', '/api/bots/@bakery/broadcasts/1', false],
    ['POST', '/api/bots/@bakery/message/test', false],
    ['POST', '/api/bots/@bakery/tags', false],
    ['POST', '/api/bots/%40bakery/files/a%2Fb', false],
    ['POST', '/api/log?page=/api/bots/@bakery/broadcasts', false],
    ['POST', '/api/log#/api/bots/@bakery/broadcasts', false],
  ])('%s %s: %s', (method, path, locked) => {
    expect(isLocked(method, `https://manager.line.biz${path}`)).toBe(locked);
  });
});

describe('a permission for a draft', () => {
  it('lets the one request pass that carries its nonce, once', async () => {
    await arm(1);
    expect(await bench.request(SEND_URL, DRAFT)).toBe('blocked');
    expect(await bench.request(withNonce(2), DRAFT)).toBe('blocked');
    expect(await bench.request(withNonce(1), DRAFT, { tabId: 8 })).toBe('blocked');
    expect(await bench.request(withNonce(1), DRAFT)).toBe('sent');
    expect(await bench.request(withNonce(1), DRAFT)).toBe('blocked');
    expect(bench.rules.session.size).toBe(0);
  });

  it('is not given a second time after its use', async () => {
    await arm(1);
    await bench.request(withNonce(1), DRAFT);
    await expect(arm(1)).rejects.toThrow('already');
    expect(bench.rules.added).toHaveLength(1);
  });

  it('is given to no frame, which a page can prepare, and to no tab that does not ask', async () => {
    await expect(arm(1, false, FRAME)).rejects.toThrow('frame');
    await arm(1);
    await expect(arm(1, false, OTHER_TAB)).rejects.toThrow();
    expect(bench.rules.added.map(({ condition }) => condition.tabIds)).toEqual([[7, -1]]);
  });

  it('needs no journal', async () => {
    bench.journal.broken = true;
    expect(await arm(1)).toBe('done');
  });

  it('ends after five seconds', async () => {
    await arm(1);
    await pass(4.9 * SECOND);
    expect(bench.rules.session.size).toBe(1);
    await pass(0.2 * SECOND);
    expect(bench.rules.session.size).toBe(0);
  });

  it('that stands by lasts a minute, and longer when it is renewed', async () => {
    await arm(1, true);
    await pass(50 * SECOND);
    await arm(1, true);
    await pass(50 * SECOND);
    expect(await bench.request(withNonce(1), DRAFT)).toBe('sent');
    expect(bench.rules.added).toHaveLength(1);
    await arm(2, true);
    await pass(61 * SECOND);
    expect(await bench.request(withNonce(2), DRAFT)).toBe('blocked');
  });

  it('that comes again and again is bounded: the oldest end', async () => {
    for (let n = 0; n < 140; n++) await arm(n);
    expect(bench.rules.session.size).toBe(120);
    expect(await bench.request(withNonce(19), DRAFT)).toBe('blocked');
    expect(await bench.request(withNonce(20), DRAFT)).toBe('sent');
    expect(await bench.request(withNonce(139), DRAFT)).toBe('sent');
  });
});

describe('what is open', () => {
  it('ends when its tab is closed', async () => {
    await arm(1);
    await arm(2, false, OTHER_TAB);
    bench.tabs.onRemoved.fire(7);
    expect([...bench.rules.session.values()].map(({ condition }) => condition.tabIds)).toEqual([[8, -1]]);
  });

  it('for a draft outlives a change of address, which need be no other page; for a broadcast it does not', async () => {
    await arm(1);
    const attempt = attemptOf();
    const release = { attempt, pass: await bench.complete(attempt), nonce: nonce(2) };
    await bench.gate.answers.releaseRequest(release, TOP);
    expect(bench.rules.session.size).toBe(2);
    bench.tabs.onUpdated.fire(7, { status: 'loading' }, { url: MANAGER_URL });
    expect(await bench.request(withNonce(2), bodyOf())).toBe('blocked');
    expect(await bench.request(withNonce(1), DRAFT)).toBe('sent');
  });

  it('ends when its tab is left while it is being opened', async () => {
    await bench.gate.start();
    const opening = arm(1);
    await Promise.resolve();
    bench.tabs.onRemoved.fire(7);
    await expect(opening).rejects.toThrow();
    expect(bench.rules.session.size).toBe(0);
  });

  it('ends by the alarm where a timer was lost', async () => {
    await arm(1);
    expect(bench.alarms.created.get(LOCK_ALARM)?.when).toBe(bench.clock.now() + 5 * SECOND);
    bench.clock.advance(6 * SECOND);
    bench.gate.onAlarm('something else');
    expect(bench.rules.session.size).toBe(1);
    bench.gate.onAlarm(LOCK_ALARM);
    expect(bench.rules.session.size).toBe(0);
  });

  it('of an earlier worker is closed at the start of the next, before anything is opened', async () => {
    await arm(1);
    bench.restart();
    await arm(2);
    expect(bench.rules.added.map(({ id }) => id)).toEqual([1, 1]);
    expect(await bench.request(withNonce(1), DRAFT)).toBe('blocked');
    expect(await bench.request(withNonce(2), DRAFT)).toBe('sent');
  });

  it('stays closed when the browser takes no rules, and says so', async () => {
    bench.rules.broken = true;
    await expect(arm(1)).rejects.toThrow('no rules');
    bench.rules.broken = false;
    expect(bench.rules.session.size).toBe(0);
    expect(await arm(1)).toBe('done');
  });
});

describe('the mode of the lock', () => {
  it.each([
    ['enforce', true],
    ['observe', false],
    ['off', false],
  ] as const)('%s: the rules are on: %s', async (mode, on) => {
    bench.setGate({ lock: mode });
    bench.rules.enabled = !on;
    await bench.gate.start();
    expect(bench.rules.enabled).toBe(on);
  });

  it('follows a change of the policy', async () => {
    await bench.gate.start();
    bench.setGate({ lock: 'off' });
    await bench.gate.followPolicy();
    expect(await bench.request(SEND_URL, bodyOf())).toBe('sent');
  });

  it('is nothing that a permission depends on', async () => {
    bench.setGate({ lock: 'observe' });
    await bench.gate.start();
    const pass = await bench.complete(attemptOf());
    const release = { attempt: attemptOf(), pass, nonce: nonce(1) };
    expect(await bench.gate.answers.releaseRequest(release, TOP)).toMatchObject({ result: 'armed' });
  });
});
