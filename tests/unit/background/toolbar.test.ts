import { beforeEach, describe, expect, it } from 'vitest';
import { TabHealth } from '../../../src/background/tab-health.ts';
import { TOOLBAR_ALARM, Toolbar } from '../../../src/background/toolbar.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import { windowGroups } from '../../../src/domain/unsend/window-groups.ts';
import type { HealthReport } from '../../../src/messaging/protocol.ts';
import { urgentAmong } from '../../../src/storage/urgent-messages.ts';
import { FakeAction, FakeAlarms, FakeStorageArea } from '../../support/fake-browser.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { messageId, room, sendTime, TEN_O_CLOCK } from '../../support/sent-messages.ts';

let clock: FakeClock;
let action: FakeAction;
let alarms: FakeAlarms;
let health: TabHealth;
let policy: Policy;
let sentAt: number[];
let reported: unknown[];
let reads: number;
let toolbar: Toolbar;

beforeEach(() => {
  clock = new FakeClock(TEN_O_CLOCK);
  action = new FakeAction();
  alarms = new FakeAlarms();
  health = new TabHealth(new FakeStorageArea());
  policy = DEFAULT_POLICY;
  sentAt = [];
  reported = [];
  reads = 0;
  toolbar = new Toolbar({
    action,
    alarms,
    clock,
    readPolicy: async () => policy,
    mostUrgent: async (limit) => {
      reads += 1;
      const messages = sentAt.map((at, n) => ({
        ...room(1),
        id: messageId(`${n}`),
        sendTime: sendTime(at),
        kind: 'text' as const,
        firstSeen: at,
        lastSeen: at,
        unsentAt: null,
      }));
      return urgentAmong(messages, windowGroups(policy, clock.now()), clock.now()).slice(0, limit);
    },
    tabHealth: () => health.all(),
    translate:
      async () =>
      (key, ...values) =>
        [key, ...values].join(' '),
    report: (what, error) => reported.push([what, error]),
  });
});

const CALM = '#3a4a9f';
const WARN = '#a35200';
const URGENT = '#c0262d';
const look = (tab: number | null = null) => action.looks.get(tab);
const nextAlarm = () => alarms.created.get(TOOLBAR_ALARM)?.when;
const report = (state: HealthReport['state']): HealthReport => ({
  page: 'chat',
  state,
  problems: [],
  anchors: {},
});

describe('the toolbar button', () => {
  it('is empty and sets no alarm when nothing can be unsent', async () => {
    alarms.create(TOOLBAR_ALARM, { when: 1 });
    await toolbar.refresh();
    expect(look()).toEqual({ text: '', color: CALM, title: 'toolbarNone' });
    expect(nextAlarm()).toBeUndefined();
  });

  // A message of ten o'clock is promised until 10:59; its minutes are rounded down.
  it.each([
    ['calm while more than ten minutes are left', 48 * MINUTE, CALM, 'toolbarCount 1'],
    ['a warning from ten minutes on', 48 * MINUTE + 1, WARN, 'toolbarCount 1'],
    ['still a warning at six minutes', 53 * MINUTE, WARN, 'toolbarCount 1'],
    ['urgent from five minutes on', 53 * MINUTE + 1, URGENT, 'toolbarUrgent 1'],
    ['urgent to the last moment', 59 * MINUTE - 1, URGENT, 'toolbarUrgent 1'],
  ])('is %s', async (_how, after, color, title) => {
    sentAt = [TEN_O_CLOCK];
    clock.advance(after);
    await toolbar.refresh();
    expect(look()).toEqual({ text: '1', color, title });
  });

  it('takes its colour from the most urgent message and its number from all', async () => {
    sentAt = [TEN_O_CLOCK + 30 * MINUTE, TEN_O_CLOCK, TEN_O_CLOCK + 31 * MINUTE];
    clock.advance(50 * MINUTE);
    await toolbar.refresh();
    expect(look()).toMatchObject({ text: '3', color: WARN });
  });

  it.each([
    [99, '99'],
    [100, '99+'],
    [1_000, '99+'],
  ])('shows %i messages as %s', async (count, text) => {
    sentAt = Array.from({ length: count }, () => TEN_O_CLOCK);
    await toolbar.refresh();
    expect(look()).toMatchObject({ text });
  });

  it('follows the settings', async () => {
    sentAt = [TEN_O_CLOCK];
    policy = { ...DEFAULT_POLICY, warn: { warnMinutes: 59, urgentMinutes: 58 }, marginSeconds: 0 };
    clock.advance(SECOND);
    await toolbar.refresh();
    expect(look()).toMatchObject({ color: WARN });
  });
});

describe('the alarm of the toolbar button', () => {
  it('rings at each change, and every change happens at an alarm', async () => {
    sentAt = [TEN_O_CLOCK];
    await toolbar.refresh();
    const rung: number[] = [];
    for (let at = nextAlarm(); at !== undefined; at = nextAlarm()) {
      clock.set(at);
      await toolbar.onAlarm();
      rung.push(at - TEN_O_CLOCK);
    }
    expect(rung).toEqual([48 * MINUTE + 1, 53 * MINUTE + 1, 59 * MINUTE]);
    expect(look()).toMatchObject({ text: '' });
  });

  it('rings at most once a minute, however many deadlines follow each other', async () => {
    sentAt = Array.from({ length: 60 }, (_, n) => TEN_O_CLOCK + n * 5 * SECOND);
    await toolbar.refresh();
    const rung: number[] = [];
    for (let at = nextAlarm(); at !== undefined; at = nextAlarm()) {
      rung.push(at);
      clock.set(at);
      await toolbar.onAlarm();
    }
    for (const [index, at] of rung.slice(1).entries())
      expect(at - (rung[index] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
    expect(rung.at(-1)).toBeLessThan(TEN_O_CLOCK + HOUR + 6 * MINUTE);
  });

  it('never lies in the past', async () => {
    sentAt = [TEN_O_CLOCK];
    for (let at = TEN_O_CLOCK; at < TEN_O_CLOCK + 59 * MINUTE; at += 7 * SECOND) {
      clock.set(at);
      await toolbar.refresh();
      expect(nextAlarm()).toBeGreaterThan(at);
    }
  });
});

describe('a tab whose page is not understood', () => {
  it.each([
    ['degraded', 'toolbarDegraded'],
    ['lost', 'toolbarLost'],
  ] as const)('(%s) is marked, and only that tab', async (state, title) => {
    sentAt = [TEN_O_CLOCK];
    await health.note(7, report(state));
    await health.note(8, report('healthy'));
    await toolbar.refresh();
    expect(look(7)).toEqual({ text: '!', color: '#5f6368', title });
    expect(look(8)).toEqual(look());
    expect(look()).toMatchObject({ text: '1' });
  });

  it('loses its mark when it is understood again', async () => {
    await health.note(7, report('lost'));
    await toolbar.refresh();
    await health.note(7, report('healthy'));
    await toolbar.refresh();
    expect(look(7)).toEqual(look());
  });

  it('may be closed while it is marked', async () => {
    await health.note(7, report('lost'));
    await health.note(8, report('lost'));
    const set = action.setTitle.bind(action);
    action.setTitle = async (details) => {
      if (details.tabId === 7) throw new Error('No tab with id: 7.');
      await set(details);
    };
    await toolbar.refresh();
    expect(look(8)).toMatchObject({ text: '!' });
    expect(reported).toHaveLength(1);
  });
});

describe('drawing', () => {
  it('is done once more, not once for each request, when much happens at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => toolbar.refresh()));
    expect(reads).toBeLessThanOrEqual(2);
  });

  it('shows what changed while it was being drawn', async () => {
    const set = action.setBadgeText.bind(action);
    const later: Promise<void>[] = [];
    action.setBadgeText = async (details) => {
      await set(details);
      if (later.length > 0) return;
      sentAt = [TEN_O_CLOCK];
      later.push(toolbar.refresh());
    };
    await toolbar.refresh();
    await Promise.all(later);
    expect(look()).toMatchObject({ text: '1' });
  });

  it('reports an error and goes on with the next request', async () => {
    const set = action.setBadgeText.bind(action);
    action.setBadgeText = () => Promise.reject(new Error('no toolbar'));
    await toolbar.refresh();
    expect(reported).toHaveLength(1);
    action.setBadgeText = set;
    await toolbar.refresh();
    expect(look()).toMatchObject({ text: '' });
  });
});
