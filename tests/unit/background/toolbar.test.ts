import { beforeEach, describe, expect, it } from 'vitest';
import { TOOLBAR_ALARM } from '../../../src/background/toolbar.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy.ts';
import type { HealthReport } from '../../../src/messaging/protocol.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';
import { ToolbarBench } from '../../support/toolbar-bench.ts';

let bench: ToolbarBench;
beforeEach(() => {
  bench = new ToolbarBench();
});

const CALM = '#3a4a9f';
const WARN = '#a35200';
const URGENT = '#c0262d';
const report = (state: HealthReport['state']): HealthReport => ({
  page: 'chat',
  state,
  problems: [],
  anchors: {},
  clockCorrectionMs: 0,
});

describe('the toolbar button', () => {
  it('is empty and sets no alarm when nothing can be unsent', async () => {
    bench.alarms.create(TOOLBAR_ALARM, { when: 1 });
    await bench.toolbar.refresh();
    expect(bench.look()).toEqual({ text: '', color: CALM, title: 'toolbarNone' });
    expect(bench.nextAlarm()).toBeUndefined();
  });

  // A message of ten o'clock is promised until 10:59; its minutes are rounded down.
  it.each([
    ['calm while more than ten minutes are left', 48 * MINUTE, CALM, 'toolbarCount 1'],
    ['a warning from ten minutes on', 48 * MINUTE + 1, WARN, 'toolbarCount 1'],
    ['still a warning at six minutes', 53 * MINUTE, WARN, 'toolbarCount 1'],
    ['urgent from five minutes on', 53 * MINUTE + 1, URGENT, 'toolbarUrgent 1'],
    ['urgent to the last moment', 59 * MINUTE - 1, URGENT, 'toolbarUrgent 1'],
  ])('is %s', async (_how, after, color, title) => {
    bench.sentAt = [TEN_O_CLOCK];
    bench.clock.advance(after);
    await bench.toolbar.refresh();
    expect(bench.look()).toEqual({ text: '1', color, title });
  });

  it('takes its colour from the most urgent message and its number from all', async () => {
    bench.sentAt = [TEN_O_CLOCK + 30 * MINUTE, TEN_O_CLOCK, TEN_O_CLOCK + 31 * MINUTE];
    bench.clock.advance(50 * MINUTE);
    await bench.toolbar.refresh();
    expect(bench.look()).toMatchObject({ text: '3', color: WARN });
  });

  it.each([
    [99, '99'],
    [100, '99+'],
    [1_000, '99+'],
  ])('shows %i messages as %s', async (count, text) => {
    bench.sentAt = Array.from({ length: count }, () => TEN_O_CLOCK);
    await bench.toolbar.refresh();
    expect(bench.look()).toMatchObject({ text });
  });

  it('follows the settings', async () => {
    bench.sentAt = [TEN_O_CLOCK];
    bench.policy = { ...DEFAULT_POLICY, warn: { warnMinutes: 59, urgentMinutes: 58 }, marginSeconds: 0 };
    bench.clock.advance(SECOND);
    await bench.toolbar.refresh();
    expect(bench.look()).toMatchObject({ color: WARN });
  });
});

describe('the alarm of the toolbar button', () => {
  it('rings at each change, and every change happens at an alarm', async () => {
    bench.sentAt = [TEN_O_CLOCK];
    await bench.toolbar.refresh();
    const rung = await bench.ringOut();
    expect(rung.map((at) => at - TEN_O_CLOCK)).toEqual([48 * MINUTE + 1, 53 * MINUTE + 1, 59 * MINUTE]);
    expect(bench.look()).toMatchObject({ text: '' });
  });

  it('rings at most once a minute, however many deadlines follow each other', async () => {
    bench.sentAt = Array.from({ length: 60 }, (_, n) => TEN_O_CLOCK + n * 5 * SECOND);
    await bench.toolbar.refresh();
    const rung = await bench.ringOut();
    for (const [index, at] of rung.slice(1).entries())
      expect(at - (rung[index] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
    expect(rung.at(-1)).toBeLessThan(TEN_O_CLOCK + HOUR + 6 * MINUTE);
  });

  it('never lies in the past', async () => {
    bench.sentAt = [TEN_O_CLOCK];
    for (let at = TEN_O_CLOCK; at < TEN_O_CLOCK + 59 * MINUTE; at += 7 * SECOND) {
      bench.clock.set(at);
      await bench.toolbar.refresh();
      expect(bench.nextAlarm()).toBeGreaterThan(at);
    }
  });
});

describe('when the clock of the computer runs behind', () => {
  const slow = async (clockCorrectionMs: number | null, state: HealthReport['state'] = 'healthy') => {
    bench.correctionMs = clockCorrectionMs ?? 0;
    await bench.health.note(7, { ...report(state), clockCorrectionMs });
    await bench.toolbar.refresh();
  };

  it('colour and number change as early as by the right clock, each at an alarm', async () => {
    bench.sentAt = [TEN_O_CLOCK];
    await slow(90 * SECOND);
    const rung = await bench.ringOut();
    expect(rung.map((at) => at + 90 * SECOND - TEN_O_CLOCK)).toEqual([
      48 * MINUTE + 1,
      53 * MINUTE + 1,
      59 * MINUTE,
    ]);
    expect(bench.look()).toMatchObject({ text: '' });
  });

  it('by more than can be corrected, nothing is promised, the button says why, and no alarm is set', async () => {
    bench.sentAt = [TEN_O_CLOCK];
    await slow(null);
    expect(bench.look()).toEqual({ text: '!', color: '#5f6368', title: 'toolbarClockWrong' });
    expect(bench.look(7)).toEqual(bench.look());
    expect(bench.nextAlarm()).toBeUndefined();
    await slow(0);
    expect(bench.look()).toMatchObject({ text: '1' });
  });

  it.each([
    ['degraded', 'toolbarClockWrong'],
    ['lost', 'toolbarLost'],
  ] as const)('that is said in a %s tab as %s', async (state, title) => {
    await slow(null, state);
    expect(bench.look(7)).toMatchObject({ text: '!', title });
  });
});

describe('a tab whose page is not understood', () => {
  it.each([
    ['degraded', 'toolbarDegraded'],
    ['lost', 'toolbarLost'],
  ] as const)('(%s) is marked, and only that tab', async (state, title) => {
    bench.sentAt = [TEN_O_CLOCK];
    await bench.health.note(7, report(state));
    await bench.health.note(8, report('healthy'));
    await bench.toolbar.refresh();
    expect(bench.look(7)).toEqual({ text: '!', color: '#5f6368', title });
    expect(bench.look(8)).toEqual(bench.look());
    expect(bench.look()).toMatchObject({ text: '1' });
  });

  it.each(['degraded', 'lost'] as const)(
    '(%s) says something else on the manager, whatever the clock',
    async (state) => {
      await bench.health.note(7, { ...report(state), page: 'manager' });
      await bench.health.note(8, { ...report('healthy'), clockCorrectionMs: null });
      await bench.toolbar.refresh();
      expect(bench.look(7)).toMatchObject({ text: '!', title: 'toolbarManagerUnwell' });
    },
  );

  it('loses its mark when it is understood again', async () => {
    await bench.health.note(7, report('lost'));
    await bench.toolbar.refresh();
    await bench.health.note(7, report('healthy'));
    await bench.toolbar.refresh();
    expect(bench.look(7)).toEqual(bench.look());
  });

  it('may be closed while it is marked', async () => {
    await bench.health.note(7, report('lost'));
    await bench.health.note(8, report('lost'));
    const set = bench.action.setTitle.bind(bench.action);
    bench.action.setTitle = async (details) => {
      if (details.tabId === 7) throw new Error('No tab with id: 7.');
      await set(details);
    };
    await bench.toolbar.refresh();
    expect(bench.look(8)).toMatchObject({ text: '!' });
    expect(bench.reported).toHaveLength(1);
  });
});

describe('drawing', () => {
  it('is done once more, not once for each request, when much happens at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => bench.toolbar.refresh()));
    expect(bench.reads).toBeLessThanOrEqual(2);
  });

  it('shows what changed while it was being drawn', async () => {
    const set = bench.action.setBadgeText.bind(bench.action);
    const later: Promise<void>[] = [];
    bench.action.setBadgeText = async (details) => {
      await set(details);
      if (later.length > 0) return;
      bench.sentAt = [TEN_O_CLOCK];
      later.push(bench.toolbar.refresh());
    };
    await bench.toolbar.refresh();
    await Promise.all(later);
    expect(bench.look()).toMatchObject({ text: '1' });
  });

  it('reports an error and goes on with the next request', async () => {
    const set = bench.action.setBadgeText.bind(bench.action);
    bench.action.setBadgeText = () => Promise.reject(new Error('no toolbar'));
    await bench.toolbar.refresh();
    expect(bench.reported).toHaveLength(1);
    bench.action.setBadgeText = set;
    await bench.toolbar.refresh();
    expect(bench.look()).toMatchObject({ text: '' });
  });
});
