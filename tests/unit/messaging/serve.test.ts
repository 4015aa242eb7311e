import { describe, expect, it } from 'vitest';
import { protocol, type Verb } from '../../../src/messaging/protocol.ts';
import type { RawSender } from '../../../src/messaging/sender.ts';
import { RequestRefused } from '../../../src/messaging/serve.ts';
import {
  at,
  bench,
  CHAT_URL,
  FOREIGN,
  ID,
  line,
  manager,
  managerFrame,
  OWN,
  outcome,
  page,
  REQUESTS,
  report,
  VERBS,
} from '../../support/requests.ts';
import { account, messageId, seen } from '../../support/sent-messages.ts';

describe('who may ask what', () => {
  it.each(VERBS)('%s is answered to the senders that the protocol names, and to no other', async (verb) => {
    const from: readonly string[] = protocol[verb].from;
    expect(await outcome(verb, REQUESTS[verb], line())).toBe(from.includes('chat') ? 'ok' : 'refused');
    expect(await outcome(verb, REQUESTS[verb], page)).toBe(from.includes('page') ? 'ok' : 'refused');
    for (const sender of [manager, managerFrame])
      expect(await outcome(verb, REQUESTS[verb], sender)).toBe(from.includes('manager') ? 'ok' : 'refused');
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
    ['the manager without encryption', { ...manager, origin: 'http://manager.line.biz' }],
    ['a manager’s page that is being prerendered', { ...manager, documentLifecycle: 'prerender' }],
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
    expect(await outcome('settings', { account: OWN.account }, frame)).toBe('ok');
  });

  it('a stranger learns nothing of the form of requests', async () => {
    const { listen } = bench();
    expect(await listen('nonsense', {})).toEqual({ ok: false, reason: 'refused' });
  });
});

describe('what a content script may name', () => {
  const elsewhere = at(`https://chat.line.biz/${OWN.account}/chat/${FOREIGN.conversation}`);
  const entrance = at('https://chat.line.biz/');
  const moved = line({
    tab: { id: 7, url: `https://chat.line.biz/${FOREIGN.account}/chat/${FOREIGN.conversation}` },
  });
  const gone = line({ tab: { id: 7, url: 'https://example.com/' } });

  const rows: readonly (readonly [Verb, string, unknown, RawSender, string])[] = [
    ['observedTimes', 'its own', OWN, line(), 'ok'],
    ['observedTimes', 'the conversation it has just left', OWN, elsewhere, 'ok'],
    ['observedTimes', 'one of another account', FOREIGN, line(), 'refused'],
    ['observedTimes', 'one from the entry page', OWN, entrance, 'refused'],
    ['observedTimes', 'one from the manager', OWN, manager, 'refused'],
    ['record', 'its own', REQUESTS.record, line(), 'ok'],
    ['record', 'the conversation it has just left', REQUESTS.record, elsewhere, 'ok'],
    ['record', 'the account its tab has just left', REQUESTS.record, moved, 'ok'],
    ['record', 'after its tab has left LINE', REQUESTS.record, gone, 'ok'],
    ['record', 'another account', { ...FOREIGN, messages: [seen('1')] }, line(), 'refused'],
    ['record', 'any account from the entry page', REQUESTS.record, entrance, 'refused'],
    ['record', 'any account from the manager', REQUESTS.record, manager, 'refused'],
    ['markUnsent', 'any account from the entry page', REQUESTS.markUnsent, entrance, 'refused'],
    ['distrustIds', 'its own', OWN, line(), 'ok'],
    ['distrustIds', 'the conversation it has just left', OWN, elsewhere, 'ok'],
    ['distrustIds', 'another account', FOREIGN, line(), 'refused'],
    ['distrustIds', 'any account from the manager', OWN, manager, 'refused'],
    ['reportHealth', 'an account from the entry page', REQUESTS.reportHealth, entrance, 'refused'],
    ['reportHealth', 'no account from the manager', { report, account: null }, manager, 'ok'],
    ['markUnsent', 'another account', { ...FOREIGN, id: messageId('1'), at: 1 }, line(), 'refused'],
    ['settings', 'no account', { account: null }, line(), 'invalid'],
    ['settings', 'another account', { account: FOREIGN.account }, line(), 'refused'],
    ['settings', 'an account from the manager', { account: FOREIGN.account }, manager, 'refused'],
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
