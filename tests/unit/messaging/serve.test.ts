import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocol, type Verb } from '../../../src/messaging/protocol.ts';
import type { RawSender } from '../../../src/messaging/sender.ts';
import { type Handlers, REQUEST_LIMIT, RequestRefused, serve } from '../../../src/messaging/serve.ts';
import { account, messageId, room, seen } from '../../support/sent-messages.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const OWN = room(1, 1);
const FOREIGN = room(2, 2);
const CHAT_URL = `https://chat.line.biz/${OWN.account}/chat/${OWN.conversation}?from=list#top`;

const line = (change: Partial<RawSender> = {}): RawSender => ({
  id: ID,
  origin: 'https://chat.line.biz',
  url: CHAT_URL,
  documentLifecycle: 'active',
  tab: { id: 7, url: CHAT_URL },
  ...change,
});
const at = (url: string): RawSender => line({ url, origin: new URL(url).origin, tab: { id: 7, url } });
const page: RawSender = {
  id: ID,
  origin: `chrome-extension://${ID}`,
  url: `chrome-extension://${ID}/src/pages/popup/index.html`,
};

const report = { page: 'chat', state: 'healthy', problems: [], anchors: {} } as const;
/** A well-formed request of each verb, about the sender's own account. */
const REQUESTS: Readonly<Record<Verb, unknown>> = {
  record: { ...OWN, messages: [seen('1')] },
  markUnsent: { ...OWN, id: messageId('1'), at: 1 },
  conversation: OWN,
  settings: { account: OWN.account },
  texts: { language: 'th', prefix: 'apology' },
  reportHealth: { report, account: { id: OWN.account, name: 'パン屋' } },
  tabHealth: { tabId: 7 },
  unsendable: { limit: 30 },
  accounts: {},
  forgetAccount: { account: OWN.account },
  export: { after: null },
};
const VERBS = Object.keys(REQUESTS) as Verb[];

function bench(change: Partial<Record<Verb, unknown>> = {}) {
  const handled: Verb[] = [];
  const reported: unknown[] = [];
  const entries = VERBS.map((verb) => [
    verb,
    () => {
      handled.push(verb);
      if (change[verb] instanceof Error) throw change[verb];
      return change[verb] ?? null;
    },
  ]);
  const handlers = Object.fromEntries(entries) as Handlers;
  const listen = serve(handlers, {
    extensionId: ID,
    report: (reason, _detail, count) => reported.push([reason, count]),
  });
  return { listen, handled, reported };
}

const outcome = async (verb: Verb, payload: unknown, sender: RawSender) => {
  const answer = await bench().listen({ verb, payload }, sender);
  return answer.ok ? 'ok' : answer.reason;
};

describe('who may ask what', () => {
  it.each(VERBS)('%s is answered to the senders that the protocol names, and to no other', async (verb) => {
    const from: readonly string[] = protocol[verb].from;
    expect(await outcome(verb, REQUESTS[verb], line())).toBe(from.includes('line') ? 'ok' : 'refused');
    expect(await outcome(verb, REQUESTS[verb], page)).toBe(from.includes('page') ? 'ok' : 'refused');
  });

  const strangers: readonly (readonly [string, RawSender])[] = [
    ['another extension', line({ id: 'ponmlkjihgfedcbaponmlkjihgfedcba' })],
    ['nobody', {}],
    [
      'a page of another extension',
      { ...page, origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
    ],
    ['a content script on another site', line({ origin: 'https://line.biz.example.com' })],
    ['a content script on another host of LINE', line({ origin: 'https://account.line.biz' })],
    ['a content script without encryption', line({ origin: 'http://chat.line.biz' })],
    ['an opaque origin', line({ origin: 'null' })],
    ['a page that is being prerendered', line({ documentLifecycle: 'prerender' })],
    ['a page in the back/forward cache', line({ documentLifecycle: 'cached' })],
    [
      'a page without a tab',
      { id: ID, origin: 'https://chat.line.biz', url: CHAT_URL, documentLifecycle: 'active' },
    ],
    ['a page in a tab without id', line({ tab: { url: CHAT_URL } })],
  ];
  it.each(strangers)('nothing is answered to %s', async (_who, sender) => {
    for (const verb of VERBS) expect(await outcome(verb, REQUESTS[verb], sender)).toBe('refused');
  });

  it('a page of ours in a tab, as the options page is, counts as a page', async () => {
    const options = { ...page, tab: { id: 3, url: `chrome-extension://${ID}/src/pages/options/index.html` } };
    expect(await outcome('export', { after: null }, options)).toBe('ok');
  });

  it('a frame of LINE inside a tab counts as LINE', async () => {
    const frame = { ...line(), frameId: 4 };
    expect(await outcome('settings', { account: null }, frame)).toBe('ok');
  });

  it('a stranger learns nothing of the form of requests', async () => {
    const { listen } = bench();
    expect(await listen('nonsense', {})).toEqual({ ok: false, reason: 'refused' });
  });
});

describe('what a content script may name', () => {
  const elsewhere = at(`https://chat.line.biz/${OWN.account}/chat/${FOREIGN.conversation}`);
  const list = at(`https://chat.line.biz/${OWN.account}`);
  const entrance = at('https://chat.line.biz/');
  const manager = at('https://manager.line.biz/account/@abc1234/');
  const moved = line({
    tab: { id: 7, url: `https://chat.line.biz/${FOREIGN.account}/chat/${FOREIGN.conversation}` },
  });
  const gone = line({ tab: { id: 7, url: 'https://example.com/' } });

  const rows: readonly (readonly [Verb, string, unknown, RawSender, string])[] = [
    ['conversation', 'its own', OWN, line(), 'ok'],
    [
      'conversation',
      'another of its account',
      { ...OWN, conversation: FOREIGN.conversation },
      line(),
      'refused',
    ],
    ['conversation', 'one of another account', FOREIGN, line(), 'refused'],
    ['conversation', 'one while the list is open', OWN, list, 'refused'],
    ['conversation', 'one from the entry page', OWN, entrance, 'refused'],
    ['conversation', 'one from the manager', OWN, manager, 'refused'],
    ['conversation', 'any, as a page of ours', FOREIGN, page, 'ok'],
    ['record', 'its own', REQUESTS.record, line(), 'ok'],
    ['record', 'the conversation it has just left', REQUESTS.record, elsewhere, 'ok'],
    ['record', 'the account its tab has just left', REQUESTS.record, moved, 'ok'],
    ['record', 'after its tab has left LINE', REQUESTS.record, gone, 'ok'],
    ['record', 'another account', { ...FOREIGN, messages: [seen('1')] }, line(), 'refused'],
    ['record', 'any account from the entry page', REQUESTS.record, entrance, 'ok'],
    ['markUnsent', 'another account', { ...FOREIGN, id: messageId('1'), at: 1 }, line(), 'refused'],
    ['settings', 'no account', { account: null }, line(), 'ok'],
    ['settings', 'another account', { account: FOREIGN.account }, line(), 'refused'],
    ['settings', 'an account from the manager', { account: FOREIGN.account }, manager, 'ok'],
    ['reportHealth', 'no account', { report, account: null }, line(), 'ok'],
    [
      'reportHealth',
      'another account',
      { report, account: { id: account(2), name: 'x' } },
      line(),
      'refused',
    ],
  ];
  it.each(rows)('%s: %s', async (verb, _what, payload, sender, expected) => {
    expect(await outcome(verb, payload, sender)).toBe(expected);
  });
});

describe('requests that make no sense', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'settings'],
    ['a list', ['settings', {}]],
    ['no payload', { verb: 'accounts' }],
    ['an unknown verb', { verb: 'eraseAll', payload: {} }],
    ['a verb that every object has', { verb: 'constructor', payload: {} }],
    ['the prototype as verb', { verb: '__proto__', payload: {} }],
    ['something extra', { verb: 'accounts', payload: {}, from: 'page' }],
    ['a payload of the wrong shape', { verb: 'unsendable', payload: { limit: 'all' } }],
    ['a payload out of range', { verb: 'unsendable', payload: { limit: 501 } }],
    ['a payload that is too large', { verb: 'accounts', payload: { x: 'x'.repeat(REQUEST_LIMIT) } }],
  ])('%s is invalid', async (_what, message) => {
    const { listen, handled } = bench();
    expect(await listen(message, page)).toEqual({ ok: false, reason: 'invalid' });
    expect(handled).toEqual([]);
  });

  it('a full record of the longest ids is not too large', async () => {
    const messages = Array.from({ length: 200 }, (_, n) => seen(`${n}`.padStart(100, 'x')));
    expect(await outcome('record', { ...OWN, messages }, line())).toBe('ok');
  });

  it('ten thousand malformed messages are answered with a refusal each, and none throws', async () => {
    const { listen, handled, reported } = bench();
    const verb = fc.oneof(fc.string(), fc.constantFrom(...VERBS, '__proto__', 'toString'));
    const payload = fc.anything({
      withBigInt: true,
      withSparseArray: true,
      withNullPrototype: true,
      withMap: true,
    });
    const message = fc.oneof(payload, fc.record({ verb, payload }));
    const accepted = (message: unknown): boolean => {
      const { verb, payload } = Object(message);
      return (
        Object.hasOwn(protocol, verb) && ['accounts', 'export'].includes(verb) && typeof payload === 'object'
      );
    };
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(page, line()), async (message, sender) => {
        const answer = await listen(message, sender);
        expect(answer.ok === false || accepted(message)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(handled.every((verb) => verb === 'accounts' || verb === 'export')).toBe(true);
    expect(reported.length).toBeGreaterThan(9_000);
  });

  it('senders of any shape are refused', async () => {
    const { listen } = bench();
    const sender = fc.record(
      {
        id: fc.oneof(fc.constant(ID), fc.string()),
        origin: fc.oneof(fc.string(), fc.webUrl()),
        url: fc.string(),
        tab: fc.record({ id: fc.integer(), url: fc.string() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(sender, fc.constantFrom(...VERBS), async (raw, verb) => {
        expect(await listen({ verb, payload: REQUESTS[verb] }, raw)).toEqual({
          ok: false,
          reason: 'refused',
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what goes wrong inside', () => {
  it('a handler that throws is answered as failed, without a word of what it said', async () => {
    const { listen, reported } = bench({ accounts: new Error('secret') });
    expect(await listen({ verb: 'accounts', payload: {} }, page)).toEqual({ ok: false, reason: 'failed' });
    expect(reported).toEqual([['failed', 1]]);
  });

  it('a handler may refuse by itself', async () => {
    const { listen } = bench({ accounts: new RequestRefused('refused', 'not now') });
    expect(await listen({ verb: 'accounts', payload: {} }, page)).toEqual({ ok: false, reason: 'refused' });
  });

  it('refusals are counted by reason', async () => {
    const { listen, reported } = bench();
    await listen(1, {});
    await listen(1, page);
    await listen(1, {});
    expect(reported).toEqual([
      ['refused', 1],
      ['invalid', 1],
      ['refused', 2],
    ]);
  });
});
