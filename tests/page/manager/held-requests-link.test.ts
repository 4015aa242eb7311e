// @vitest-environment jsdom
import * as fc from 'fast-check';
import type { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { HeldRequestsLink } from '../../../src/content/held-requests-link.ts';
import { HAND_OVER } from '../../../src/content/network-gate/gate-messages.ts';
import type { HeldRequest, SeenRequest } from '../../../src/features/held-requests.ts';

const NONCE = '0123456789abcdef'.repeat(2);
const OTHER = 'fedcba9876543210'.repeat(2);
const URL_OF_COMMIT = 'https://manager.line.biz/api/bots/@bakery/broadcasts/v2';
const BODY = '{"immediate":true,"balloons":[{"contentType":"TEXT","text":"冬の新作パン"}]}';
const HELD = {
  t: 'held',
  id: 1,
  kind: 'commit',
  url: URL_OF_COMMIT,
  body: BODY,
  nonce: NONCE,
  canWait: true,
} as const;

/** A port that two worlds would share, without the browser's delays. */
class FakePort extends EventTarget {
  readonly sent: unknown[] = [];
  start(): void {}
  postMessage(message: unknown): void {
    this.sent.push(typeof message === 'string' ? JSON.parse(message) : message);
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** The one that made this test's own page: another copy of it cannot be loaded into that page. */
const JsDom = (globalThis as typeof globalThis & { jsdom: { constructor: typeof JSDOM } }).jsdom.constructor;

/** A page as it is when the first content script runs: without head and body. Or as it is later. */
function freshWindow(
  address = 'https://manager.line.biz/account/@bakery/broadcast/create',
  isLoaded = false,
) {
  const { window } = new JsDom('', { url: address });
  const { document } = window;
  const fonts = new EventTarget();
  Object.defineProperty(document, 'fonts', { value: fonts });
  if (!isLoaded) document.documentElement.replaceChildren();
  return { window: window as unknown as Window & typeof globalThis, document, fonts };
}

function handOver(fonts: EventTarget, port: FakePort | null = new FakePort()): boolean {
  const event = new MessageEvent(HAND_OVER, { cancelable: true });
  Object.defineProperty(event, 'ports', { value: port === null ? [] : [port] });
  return !fonts.dispatchEvent(event);
}

/** A link with its port, and all that it tells. */
function linked() {
  const { window, fonts } = freshWindow();
  const link = new HeldRequestsLink(window);
  const port = new FakePort();
  handOver(fonts, port);
  const heard = {
    held: [] as HeldRequest[],
    tests: [] as SeenRequest[],
    observed: [] as SeenRequest[],
    standby: [] as (readonly string[])[],
  };
  const { signal } = new AbortController();
  link.onHeld((request) => heard.held.push(request), signal);
  link.onTest((seen) => heard.tests.push(seen), signal);
  link.onObserved((seen) => heard.observed.push(seen), signal);
  link.onStandby((nonces) => heard.standby.push(nonces), signal);
  const say = (message: unknown) => port.say(JSON.stringify(message));
  return { link, port, heard, say };
}

describe('the hand-over', () => {
  test('is taken before the page has anything in it, once', () => {
    const { window, fonts } = freshWindow();
    const link = new HeldRequestsLink(window);
    expect(link.connected).toBe(false);
    expect(handOver(fonts)).toBe(true);
    expect(link.connected).toBe(true);
    const second = new FakePort();
    expect(handOver(fonts, second)).toBe(false);
    link.setMode('off');
    expect(second.sent).toEqual([]);
  });

  test('without a port is none, and leaves room for the real one', () => {
    const { window, fonts } = freshWindow();
    const link = new HeldRequestsLink(window);
    expect(handOver(fonts, null)).toBe(false);
    expect(handOver(fonts)).toBe(true);
    expect(link.connected).toBe(true);
  });

  test('is not heard by whoever listens after us', () => {
    const { window, fonts } = freshWindow();
    new HeldRequestsLink(window);
    let heard = 0;
    fonts.addEventListener(HAND_OVER, () => {
      heard += 1;
    });
    handOver(fonts);
    expect(heard).toBe(0);
  });

  test('is not taken once the page has something of its own', async () => {
    const { window, document, fonts } = freshWindow();
    const link = new HeldRequestsLink(window);
    document.documentElement.append(document.createElement('head'));
    await Promise.resolve();
    expect([handOver(fonts), link.connected]).toEqual([false, false]);
  });

  test('is still taken after something of ours was put there', async () => {
    const { window, document, fonts } = freshWindow();
    const link = new HeldRequestsLink(window);
    document.documentElement.append(document.createElement('matta-sign'));
    await Promise.resolve();
    expect([handOver(fonts), link.connected]).toEqual([true, true]);
  });

  test('is not taken in a page that was there before', () => {
    const { window, fonts } = freshWindow(undefined, true);
    const link = new HeldRequestsLink(window);
    expect([handOver(fonts), link.connected]).toEqual([false, false]);
  });

  test('is taken in a frame without an address, which is born complete', () => {
    const { window, fonts } = freshWindow('about:blank', true);
    const link = new HeldRequestsLink(window);
    expect([handOver(fonts), link.connected]).toEqual([true, true]);
  });
});

describe('a request that is held', () => {
  test('is told with what it says', () => {
    const { heard, say } = linked();
    say(HELD);
    const [request] = heard.held;
    expect(request).toMatchObject({ kind: 'commit', nonce: NONCE, canWait: true });
    expect(request?.broadcast).toMatchObject({ account: '@bakery', schedule: { kind: 'now' } });
  });

  test.each([
    ['release', 'go'],
    ['refuse', 'fail'],
  ] as const)('is ended once, by whoever comes first (%s)', (first, t) => {
    const { heard, port, say } = linked();
    say(HELD);
    const [request] = heard.held;
    request?.[first]();
    request?.release();
    request?.refuse();
    expect(port.sent).toEqual([{ t, id: 1 }]);
  });

  test('that cannot wait is only told when it may come again', () => {
    const { heard, port, say } = linked();
    say({ ...HELD, id: 4, canWait: false });
    heard.held[0]?.refuse();
    heard.held[0]?.release();
    expect(port.sent).toEqual([]);
    heard.held[0]?.letNext(15_000);
    expect(port.sent).toEqual([{ t: 'let-next', id: 4, ms: 15_000 }]);
  });

  test('that the page gives up is gone, and others are not', () => {
    const { heard, say } = linked();
    say(HELD);
    say({ ...HELD, id: 2 });
    say({ t: 'gone', id: 2 });
    say({ t: 'gone', id: 3 });
    expect(heard.held.map(({ gone }) => gone.aborted)).toEqual([false, true]);
  });

  test('may say nothing that can be read', () => {
    const { heard, say } = linked();
    say({ ...HELD, body: null });
    say({ ...HELD, id: 2, body: 'x' });
    expect(heard.held.map(({ broadcast }) => broadcast.readable)).toEqual([false, false]);
  });
});

test('tests, observed broadcasts and nonces are told; the last nonces also to who comes later', () => {
  const { link, heard, say } = linked();
  say({ t: 'test', url: URL_OF_COMMIT, body: BODY });
  say({ t: 'observed', url: URL_OF_COMMIT, body: BODY });
  say({ t: 'standby', nonces: NONCE });
  say({ t: 'standby', nonces: `${NONCE} ${OTHER}` });
  expect([heard.tests.length, heard.observed.length, heard.standby]).toEqual([
    1,
    1,
    [[NONCE], [NONCE, OTHER]],
  ]);
  const late: (readonly string[])[] = [];
  link.onStandby((nonces) => late.push(nonces), new AbortController().signal);
  expect(late).toEqual([[NONCE, OTHER]]);
});

test('the mode goes to the network gate; without one it goes nowhere', () => {
  const { link, port } = linked();
  link.setMode('observe');
  expect(port.sent).toEqual([{ t: 'mode', mode: 'observe' }]);
  expect(() => new HeldRequestsLink(freshWindow().window).setMode('off')).not.toThrow();
});

describe('what is no word of the network gate', () => {
  const FIELDS = {
    t: 'held',
    id: 1,
    kind: 'commit',
    url: URL_OF_COMMIT,
    body: BODY,
    nonce: NONCE,
    canWait: true,
  };

  test.each([
    ['no text', HELD],
    ['null', null],
    ['a text that is no JSON', '{'],
    ['another word', JSON.stringify({ ...FIELDS, t: 'go' })],
    ['an id that is no number', JSON.stringify({ ...FIELDS, id: '1' })],
    ['half an id', JSON.stringify({ ...FIELDS, id: 1.5 })],
    ['a kind that is none', JSON.stringify({ ...FIELDS, kind: 'draft' })],
    ['a nonce of another form', JSON.stringify({ ...FIELDS, nonce: NONCE.toUpperCase() })],
    ['a nonce that is too long', JSON.stringify({ ...FIELDS, nonce: `${NONCE}0` })],
    ['an endless address', JSON.stringify({ ...FIELDS, url: 'x'.repeat(4_001) })],
    ['an endless body', JSON.stringify({ ...FIELDS, body: 'x'.repeat(1024 * 1024 + 1) })],
    ['a list', JSON.stringify([FIELDS])],
    ['nonces of which one is none', JSON.stringify({ t: 'standby', nonces: `${NONCE} ` })],
    ['endless nonces', JSON.stringify({ t: 'standby', nonces: Array(100).fill(NONCE).join(' ') })],
  ])('is not heard (%s)', (_, data) => {
    const { port, heard } = linked();
    port.say(data);
    expect(heard).toEqual({ held: [], tests: [], observed: [], standby: [] });
  });

  test('whatever it is, throws nothing, and is heard only when all of it is right', async () => {
    const { port, heard } = linked();
    const isRight = (said: Readonly<Record<string, unknown>>) =>
      Object.entries(FIELDS).every(([key, value]) => said[key] === value);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.constantFrom('held', 'commit', true, NONCE, URL_OF_COMMIT),
    );
    const nearly = fc
      .record({ field: fc.constantFrom(...Object.keys(FIELDS)), value: odd, isMissing: fc.boolean() })
      .map(({ field, value, isMissing }) => {
        const said: Record<string, unknown> = { ...FIELDS, [field]: value };
        if (isMissing) delete said[field];
        return said;
      });
    await fc.assert(
      fc.property(fc.oneof(nearly, fc.jsonValue(), fc.string()), (said) => {
        const before = heard.held.length;
        port.say(typeof said === 'string' ? said : JSON.stringify(said));
        const told = heard.held.slice(before);
        for (const { nonce, kind, canWait } of told) {
          expect(nonce).toMatch(/^[0-9a-f]{32}$/);
          expect(['commit', 'harmless']).toContain(kind);
          expect(typeof canWait).toBe('boolean');
        }
        if (typeof said === 'object' && said !== null && isRight(Object(said))) expect(told).toHaveLength(1);
      }),
      { numRuns: 10_000 },
    );
  });
});
