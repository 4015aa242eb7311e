import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateToTab } from '../../../../src/messaging/gate-protocol.ts';
import { rawBody } from '../../../support/fake-net.ts';
import { attemptOf, bodyOf, GateBench, nonce, SEND_URL, TOP } from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const url = `${SEND_URL}#${nonce(1)}`;
const DRAFT = bodyOf({ status: 'DRAFTED', immediate: false });
const OTHER = bodyOf({ balloons: [{ contentType: 'TEXT', text: '差し替えた文' }] });

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});

async function released(of = attempt): Promise<void> {
  const pass = await bench.complete(of);
  await bench.gate.answers.releaseRequest({ attempt: of, pass, nonce: nonce(1) }, TOP);
  bench.journal.drafts.length = 0;
}
async function pressed(): Promise<void> {
  await bench.gate.answers.armNextPress({ attempt, pass: await bench.complete(attempt) }, TOP);
  bench.journal.drafts.length = 0;
}
const events = () => bench.journal.drafts.map(({ event }) => event);
const pushes = () => bench.told.map((message) => Object(message).push);

describe('a broadcast that was let go', () => {
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [400, 'refused-by-server'],
    [500, 'refused-by-server'],
    [302, 'refused-by-server'],
  ])('is answered with %i: %s', async (status, outcome) => {
    await released();
    await bench.request(url, bodyOf(), { status });
    expect(bench.journal.drafts).toMatchObject([
      { attempt: attempt.id, account: '@bakery', event: { kind: 'outcome', outcome, status } },
    ]);
    expect(bench.told).toEqual([{ push: 'outcome', attempt: attempt.id, outcome, status }]);
    expect(v.is(gateToTab.outcome.message, bench.told[0])).toBe(true);
  });

  it('at a time of its own is reserved', async () => {
    const body = bodyOf({ immediate: undefined, scheduledDate: (bench.clock.now() + 3_600_000) / 1000 });
    const later = attemptOf(1, body);
    const reason = '災害のお知らせのため急ぎます';
    await bench.gate.answers.overrideAttempt({ attempt: later, reason, nonce: nonce(1) }, TOP);
    await bench.request(url, body);
    expect(bench.journal.events('outcome')).toEqual([{ kind: 'outcome', outcome: 'reserved', status: 200 }]);
  });

  it('without an answer ends in nobody knows what', async () => {
    await released();
    await bench.request(url, bodyOf(), { error: 'net::ERR_TIMED_OUT' });
    expect(events()).toEqual([{ kind: 'outcome', outcome: 'unknown', status: null }]);
  });

  it('is followed by the next worker as well', async () => {
    await released();
    const details = { requestId: '1', url, method: 'POST', tabId: 7, type: 'xmlhttprequest', timeStamp: 0 };
    const leaves = { ...details, timeStamp: bench.clock.now(), requestBody: rawBody(bodyOf()) };
    bench.restart();
    bench.webRequest.onBeforeRequest.fire(leaves);
    await bench.gate.settled();
    bench.restart();
    bench.webRequest.onCompleted.fire({ ...details, statusCode: 200, fromCache: false });
    await bench.gate.settled();
    expect(events()).toEqual([{ kind: 'outcome', outcome: 'accepted', status: 200 }]);
  });

  it('is the same request when the server sends it on', async () => {
    await released();
    const details = { requestId: '9', url, method: 'POST', tabId: 7, type: 'xmlhttprequest', timeStamp: 0 };
    const leaves = { ...details, timeStamp: bench.clock.now(), requestBody: rawBody(bodyOf()) };
    bench.webRequest.onBeforeRequest.fire(leaves);
    bench.webRequest.onBeforeRequest.fire(leaves);
    bench.webRequest.onCompleted.fire({ ...details, statusCode: 200, fromCache: false });
    await bench.gate.settled();
    expect(events()).toEqual([{ kind: 'outcome', outcome: 'accepted', status: 200 }]);
  });

  it('as something else than was answered for is marked', async () => {
    await pressed();
    await bench.request(SEND_URL, OTHER);
    expect(events()).toEqual([
      { kind: 'unconfirmed', why: 'other-content', status: 200 },
      { kind: 'outcome', outcome: 'accepted', status: 200 },
    ]);
    expect(pushes()).toEqual(['unconfirmed', 'outcome']);
    expect(v.is(gateToTab.unconfirmed.message, bench.told[0])).toBe(true);
  });

  it('with a body that the browser does not show is not accused', async () => {
    await pressed();
    await bench.request(SEND_URL, { raw: [{}] });
    expect(bench.journal.kinds).toEqual(['outcome']);
  });
});

describe('a draft', () => {
  it('is nothing to write down', async () => {
    await bench.gate.answers.armHarmless({ nonce: nonce(1), isStandby: false }, TOP);
    await bench.request(url, DRAFT);
    expect([bench.journal.drafts, bench.told]).toEqual([[], []]);
  });

  it('that is a broadcast in truth is marked', async () => {
    await bench.gate.answers.armHarmless({ nonce: nonce(1), isStandby: false }, TOP);
    await bench.request(url, bodyOf());
    expect(events()).toEqual([{ kind: 'unconfirmed', why: 'other-content', status: 200 }]);
    expect(pushes()).toEqual(['unconfirmed']);
  });
});

describe('a broadcast that nothing had allowed', () => {
  const sends = async () => {
    bench.rules.enabled = false;
    await bench.request(SEND_URL, bodyOf());
    return [events(), pushes()];
  };
  const unconfirmed = (why: string) => ({ kind: 'unconfirmed', why, status: 200 });

  it('is marked where the lock should have stopped it', async () => {
    expect(await sends()).toEqual([[unconfirmed('not-allowed')], ['unconfirmed']]);
  });

  it('is written down where the lock only observes', async () => {
    bench.setGate({ lock: 'observe' });
    expect(await sends()).toEqual([[{ kind: 'observed', layer: 'lock' }], []]);
  });

  it('is told of where the lock is off and the page should have held it', async () => {
    bench.setGate({ lock: 'off' });
    expect(await sends()).toEqual([[unconfirmed('lock-off')], ['unconfirmed']]);
  });

  it('is told to nobody where everything is off', async () => {
    bench.setGate({ lock: 'off', network: 'off' });
    expect(await sends()).toEqual([[unconfirmed('lock-off')], []]);
  });

  it('at an address that the lock does not know is marked as well', async () => {
    await bench.request('https://manager.line.biz/api/v9/bots/@bakery/deliveries', bodyOf());
    expect(events()).toEqual([unconfirmed('not-allowed')]);
  });
});

describe('what is no broadcast', () => {
  it.each([
    ['GET', SEND_URL, ''],
    ['DELETE', SEND_URL, ''],
    ['POST', 'https://manager.line.biz/api/bots/@bakery/message/test', bodyOf()],
    ['POST', 'https://manager.line.biz/api/bots/@bakery/tags', '{"name":"x"}'],
  ])('%s %s is not looked at', async (method, address, body) => {
    await bench.request(address, body, { method });
    expect([bench.journal.drafts, bench.told, bench.session.writes]).toEqual([[], [], 0]);
  });
});

describe('the time that LINE’s server says', () => {
  const dated = (value: string, fromCache = false) => ({
    fromCache,
    responseHeaders: [
      { name: 'content-type', value: 'application/json' },
      { name: 'date', value },
    ],
  });

  it.each([
    [
      'is learnt from every answer of LINE’s',
      dated('Sun, 22 Nov 2026 06:04:05 GMT'),
      [Date.UTC(2026, 10, 22, 6, 4, 5)],
    ],
    ['is not that of what lay in the cache', dated('Sun, 22 Nov 2026 06:04:05 GMT', true), []],
    ['is nothing where it cannot be read', dated('yesterday'), []],
    ['is nothing where none is said', { fromCache: false }, []],
  ])('%s', async (_what, answer, dates) => {
    await bench.request('https://manager.line.biz/api/bots/@bakery/profile', '', { method: 'GET', answer });
    expect(bench.lineDates).toEqual(dates);
  });
});
