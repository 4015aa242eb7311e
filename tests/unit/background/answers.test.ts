import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { answers } from '../../../src/background/answers.ts';
import { TabHealth } from '../../../src/background/tab-health.ts';
import { BackgroundTexts } from '../../../src/background/texts.ts';
import { MINUTE } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import { type AnswerOf, protocol, type RequestOf } from '../../../src/messaging/protocol.ts';
import type { Sender } from '../../../src/messaging/sender.ts';
import { RequestRefused } from '../../../src/messaging/serve.ts';
import { accountNames } from '../../../src/storage/account-names.ts';
import {
  account,
  messageId,
  room,
  StoreBench,
  seen,
  sendTime,
  TEN_O_CLOCK,
} from '../../support/sent-messages.ts';

const LINE: Sender = { kind: 'chat', tabId: 7, addresses: [] };
const PAGE: Sender = { kind: 'page' };

let bench: StoreBench;
type ChatVerb = keyof ReturnType<typeof answers>;
let handlers: ReturnType<typeof answers>;
let changes: number;
let recorded: string[];

beforeEach(() => {
  bench = new StoreBench(new IDBFactory());
  changes = 0;
  recorded = [];
  const tabHealth = new TabHealth(bench.session);
  bench.readClock = () => tabHealth.clock();
  handlers = answers({
    store: bench.start(),
    names: accountNames(bench.local),
    health: tabHealth,
    texts: new BackgroundTexts({
      readCatalogue: async (language) => ({
        greeting: `hello in ${language}`,
        other: 'x',
      }),
      byBrowser: (key) => key,
    }),
    readPolicy: async () => bench.policy,
    onChange: () => {
      changes += 1;
    },
    onRecorded: (state) => recorded.push(state),
  });
});

/** The answer of a verb, which must be what the protocol says. */
async function ask<V extends ChatVerb>(
  verb: V,
  payload: RequestOf<V>,
  sender: Sender = PAGE,
): Promise<AnswerOf<V>> {
  const value = await handlers[verb](payload, sender);
  expect(v.safeParse(protocol[verb].answer as v.GenericSchema, value).issues).toBeUndefined();
  return value;
}

const report = {
  page: 'chat',
  state: 'lost',
  problems: ['rows-not-found'],
  anchors: { row: -1 },
  clockCorrectionMs: 0,
} as const;
const healthReport = (clockCorrectionMs: number | null) => ({
  ...report,
  problems: [...report.problems],
  clockCorrectionMs,
});
const health = (name = 'パン屋') =>
  ask(
    'reportHealth',
    { report: { ...report, problems: [...report.problems] }, account: { id: account(1), name } },
    LINE,
  );

describe('the worker answers', () => {
  it('record: how the store is; and the toolbar follows', async () => {
    expect(await ask('record', { ...room(1), messages: [seen('1')] }, LINE)).toEqual({ store: 'fine' });
    expect([changes, recorded]).toEqual([1, ['fine']]);
  });

  it('record: full or refused, and another attempt is planned', async () => {
    bench.replaceFactory(undefined);
    const refused = new StoreBench(undefined).start();
    handlers = answers({
      store: refused,
      names: accountNames(bench.local),
      health: new TabHealth(bench.session),
      texts: new BackgroundTexts({
        readCatalogue: async () => ({}),
        byBrowser: (key) => key,
      }),
      readPolicy: async () => bench.policy,
      onChange: () => undefined,
      onRecorded: (state) => recorded.push(state),
    });
    expect(await ask('record', { ...room(1), messages: [seen('1')] }, LINE)).toEqual({ store: 'refused' });
    expect(recorded).toEqual(['refused']);
  });

  it('markUnsent: that it is done; and the message is listed no more', async () => {
    await ask('record', { ...room(1), messages: [seen('1')] }, LINE);
    expect(await ask('markUnsent', { ...room(1), id: messageId('1'), at: TEN_O_CLOCK }, LINE)).toBe('done');
    expect((await ask('unsendable', { limit: 5 })).total).toBe(0);
    expect(changes).toBe(2);
  });

  it('observedTimes: what was observed of the sending, and nothing of all the rest', async () => {
    const observed = sendTime(TEN_O_CLOCK, 'observed');
    const messages = [
      seen('1'),
      seen('2', { sendTime: observed }),
      seen('3', { sendTime: sendTime(TEN_O_CLOCK, 'clock') }),
    ];
    await ask('record', { ...room(1), messages }, LINE);
    await ask('record', { ...room(2), messages: [seen('4', { sendTime: observed })] }, LINE);
    const inRoom = (n: number): Sender => ({ ...LINE, addresses: [room(n)] });
    expect(await ask('observedTimes', room(1), inRoom(1))).toEqual([{ id: '2', sendTime: observed }]);
    // The operator has moved on while the worker was being started.
    expect(await ask('observedTimes', room(1), inRoom(2))).toEqual([]);
    expect(
      await ask('observedTimes', room(1), { ...LINE, addresses: [{ ...room(1), conversation: null }] }),
    ).toEqual([]);
  });

  it('distrustIds: that it is done; nothing that was timed by id is promised, and the toolbar follows', async () => {
    const byClock = { sendTime: sendTime(TEN_O_CLOCK, 'clock') };
    await ask('record', { ...room(1), messages: [seen('1'), seen('2', byClock)] }, LINE);
    expect(await ask('distrustIds', room(1), LINE)).toBe('done');
    expect((await ask('unsendable', { limit: 5 })).messages.map(({ message }) => message.id)).toEqual(['2']);
    expect(changes).toBe(2);
  });

  it('unsendable: the most urgent first, the number of all, and the names that are needed', async () => {
    await health();
    const messages = [1, 2, 3].map((n) => seen(`${n}`, { sendTime: sendTime(TEN_O_CLOCK - n * MINUTE) }));
    await ask('record', { ...room(1), messages }, LINE);
    await ask('record', { ...room(1, 2), messages: [seen('9')] }, LINE);
    const answer = await ask('unsendable', { limit: 2 });
    expect(answer).toMatchObject({ store: 'fine', total: 4, accountNames: { [account(1)]: 'パン屋' } });
    expect(answer.messages.map(({ message }) => message.id)).toEqual(['3', '2']);
    expect((await ask('unsendable', { limit: 4 })).total).toBe(4);
  });

  it('unsendable: what does not depend on each other is asked for at once', () => {
    const asked: unknown[] = [];
    const never = (keys: unknown) => {
      asked.push(keys);
      return new Promise<never>(() => undefined);
    };
    bench.session.get = never;
    bench.local.get = never;
    void handlers.unsendable({ limit: 2 }, PAGE);
    expect(asked.flat()).toEqual(
      expect.arrayContaining(['tab-health', 'clock-correction', 'mirror', 'account-names']),
    );
  });

  it('unsendable: what is known of the clock', async () => {
    expect(await ask('unsendable', { limit: 2 })).toMatchObject({ clockWrong: false, clockCorrectionMs: 0 });
    await ask('reportHealth', { report: healthReport(30_000), account: null }, LINE);
    expect(await ask('unsendable', { limit: 2 })).toMatchObject({
      clockWrong: false,
      clockCorrectionMs: 30_000,
    });
    await ask('record', { ...room(1), messages: [seen('1')] }, LINE);
    await ask('reportHealth', { report: healthReport(null), account: null }, LINE);
    expect(await ask('unsendable', { limit: 2 })).toMatchObject({ clockWrong: true, total: 0, messages: [] });
    await ask('reportHealth', { report: healthReport(0), account: null }, LINE);
    expect(await ask('unsendable', { limit: 2 })).toMatchObject({ clockWrong: false, total: 1 });
  });

  it('accounts: with names where they are known', async () => {
    await health('<img src=x>');
    await ask('record', { ...room(1), messages: [seen('1')] }, LINE);
    await ask('record', { ...room(1, 2), messages: [seen('2')] }, LINE);
    expect(await ask('accounts', {})).toEqual([
      { account: account(1), name: '<img src=x>', messages: 1 },
      { account: account(2), name: '', messages: 1 },
    ]);
  });

  it('forgetAccount: how many messages went, and the name went too', async () => {
    await health();
    await ask('record', { ...room(1), messages: [seen('1')] }, LINE);
    expect(await ask('forgetAccount', { account: account(1) })).toEqual({ removed: 1 });
    expect(await ask('accounts', {})).toEqual([]);
    expect(JSON.stringify(bench.local.peek('account-names'))).not.toContain('パン屋');
  });

  it('export: everything, page after page', async () => {
    await ask('record', { ...room(1), messages: [seen('1')] }, LINE);
    expect(await ask('export', { after: null })).toHaveLength(1);
    expect(await ask('export', { after: [TEN_O_CLOCK, messageId('1')] })).toEqual([]);
  });

  it('settings: what counts for the account, in the language that was chosen', async () => {
    bench.policy = { ...DEFAULT_POLICY, windows: { [account(1)]: { mode: 'hour' } } };
    expect(await ask('settings', { account: account(1) }, LINE)).toEqual({
      window: { choice: { mode: 'hour' }, region: 'JP', marginSeconds: 60 },
      warn: { warnMinutes: 10, urgentMinutes: 5 },
      texts: null,
      anchors: {},
    });
    expect(await ask('settings', { account: account(2) }, LINE)).toMatchObject({
      window: { choice: { mode: 'automatic' } },
    });
    bench.policy = { ...DEFAULT_POLICY, language: 'th' };
    expect(await ask('settings', { account: account(2) }, LINE)).toMatchObject({
      window: { choice: { mode: 'automatic' } },
      texts: { greeting: 'hello in th', other: 'x' },
    });
  });

  it('texts: only those that were asked for', async () => {
    expect(await ask('texts', { language: 'en', prefix: 'greet' })).toEqual({ greeting: 'hello in en' });
  });

  it('reportHealth: of the manager too, but no page speaks for another', async () => {
    const manager: Sender = { kind: 'manager', tabId: 8, isTop: true };
    const own = { ...healthReport(0), page: 'manager' as const, problems: ['page-not-hooked' as const] };
    await ask('reportHealth', { report: own, account: null }, manager);
    expect(await ask('tabHealth', { tabId: 8 })).toEqual(own);
    const foreign = [
      [{ report: healthReport(0), account: null }, manager],
      [{ report: own, account: { id: account(1), name: 'x' } }, manager],
      [{ report: own, account: null }, LINE],
      [{ report: own, account: null }, PAGE],
    ] as const;
    for (const [payload, sender] of foreign)
      await expect(ask('reportHealth', payload, sender)).rejects.toThrow(RequestRefused);
  });

  it('tabHealth: what the tab reported, and nothing for other tabs', async () => {
    await health();
    expect(await ask('tabHealth', { tabId: 7 })).toEqual(report);
    expect(await ask('tabHealth', { tabId: 8 })).toBeNull();
    expect(changes).toBe(1);
  });
});
