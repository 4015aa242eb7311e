import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { reinject } from '../../../src/background/reinject.ts';
import { pushSettingsChange } from '../../../src/background/settings-push.ts';
import { forgetLeftTabs, TabHealth } from '../../../src/background/tab-health.ts';
import type { HealthReport } from '../../../src/messaging/protocol.ts';
import { toTab } from '../../../src/messaging/to-tab.ts';
import { FakeScripting, FakeStorageArea, FakeTabs } from '../../support/fake-browser.ts';

const CHAT = 'https://chat.line.biz/U00000000000000000000000000000001';
const MANAGER = 'https://manager.line.biz/account/@abc1234';
const report = (state: HealthReport['state']): HealthReport => ({
  page: 'chat',
  state,
  problems: [],
  anchors: {},
  clockCorrectionMs: 0,
});

describe('the health of a tab', () => {
  const bench = () => {
    const session = new FakeStorageArea();
    const tabs = new FakeTabs();
    const health = new TabHealth(session);
    const reported: unknown[] = [];
    forgetLeftTabs(health, tabs, (what) => reported.push(what));
    // A change waits for those before it, so a last one that changes nothing ends when all have.
    return { session, tabs, health, reported, settled: () => health.forget(-1) };
  };

  it('is the last that was reported, also for the next worker', async () => {
    const { health, session } = bench();
    await Promise.all([
      health.note(1, report('lost')),
      health.note(2, report('idle')),
      health.note(1, report('healthy')),
    ]);
    expect(await new TabHealth(session).of(1)).toEqual(report('healthy'));
    expect(await health.of(3)).toBeNull();
  });

  it.each([
    ['is forgotten when the tab is closed', (tabs: FakeTabs) => tabs.onRemoved.fire(1), false],
    [
      'is forgotten when the tab goes elsewhere',
      (tabs: FakeTabs) => tabs.onUpdated.fire(1, { status: 'loading' }, {}),
      false,
    ],
    [
      'is forgotten when the tab goes from chat to manager',
      (tabs: FakeTabs) => tabs.onUpdated.fire(1, { status: 'loading' }, { url: MANAGER }),
      false,
    ],
    [
      'is forgotten when the page is loaded anew',
      (tabs: FakeTabs) => tabs.onUpdated.fire(1, { status: 'loading' }, { url: CHAT }),
      false,
    ],
    [
      'stays when loading is done',
      (tabs: FakeTabs) => tabs.onUpdated.fire(1, { status: 'complete' }, { url: CHAT }),
      true,
    ],
    ['stays when only the title changes', (tabs: FakeTabs) => tabs.onUpdated.fire(1, {}, {}), true],
    ['stays when another tab is closed', (tabs: FakeTabs) => tabs.onRemoved.fire(2), true],
  ] as const)('%s', async (_what, happen, stays) => {
    const { tabs, health, settled } = bench();
    await health.note(1, report('lost'));
    happen(tabs);
    await settled();
    expect(await health.of(1)).toEqual(stays ? report('lost') : null);
  });

  it('counts for nothing when it is damaged', async () => {
    const { health, session } = bench();
    await session.set({ 'tab-health': [[1, { state: 'splendid' }]] });
    expect(await health.all()).toEqual(new Map());
  });
});

describe('the clock of the computer', () => {
  const corrected = (clockCorrectionMs: number | null) => ({ ...report('healthy'), clockCorrectionMs });

  it('is right as long as no page says otherwise', async () => {
    expect(await new TabHealth(new FakeStorageArea()).clock()).toEqual({ isWrong: false, correctionMs: 0 });
  });

  it('is corrected by the most that any page has found, also for the next worker', async () => {
    const session = new FakeStorageArea();
    const health = new TabHealth(session);
    await Promise.all([
      health.note(1, corrected(40_000)),
      health.note(2, corrected(90_000)),
      health.note(2, corrected(10_000)),
    ]);
    await health.forget(2);
    expect(await new TabHealth(session).clock()).toEqual({ isWrong: false, correctionMs: 90_000 });
  });

  it('is wrong while the latest report of any tab says so', async () => {
    const health = new TabHealth(new FakeStorageArea());
    await health.note(1, corrected(5_000));
    await health.note(2, corrected(null));
    await health.note(1, corrected(0));
    expect(await health.clock()).toEqual({ isWrong: true, correctionMs: 5_000 });
    await health.note(2, corrected(0));
    expect(await health.clock()).toEqual({ isWrong: false, correctionMs: 5_000 });
  });

  it('is not judged by a tab that is closed', async () => {
    const health = new TabHealth(new FakeStorageArea());
    await health.note(1, corrected(null));
    await health.forget(1);
    expect(await health.clock()).toMatchObject({ isWrong: false });
  });

  it('counts as right when what was kept is damaged', async () => {
    const session = new FakeStorageArea();
    await session.set({ 'clock-correction': 'much' });
    expect(await new TabHealth(session).clock()).toEqual({ isWrong: false, correctionMs: 0 });
  });
});

describe('a change of the settings', () => {
  it('is told to every page of LINE that listens, and to no other', async () => {
    const tabs = new FakeTabs();
    const told: unknown[] = [];
    const reported: unknown[] = [];
    const receive = (message: unknown) => void told.push(message);
    tabs.open = [
      { id: 1, url: CHAT, receive },
      { id: 2, url: CHAT },
      { id: 3, url: MANAGER, receive },
      { id: 4, url: 'https://example.com/', receive },
      {
        id: 5,
        url: CHAT,
        receive: () => {
          throw new Error('out of memory');
        },
      },
    ];
    await pushSettingsChange(tabs, (what) => reported.push(what));
    expect(told).toEqual([{ push: 'settings-changed' }, { push: 'settings-changed' }]);
    for (const message of told) expect(v.is(toTab.settingsChanged.message, message)).toBe(true);
    expect(reported).toHaveLength(1);
  });
});

describe('pages that were open before this version', () => {
  it('that have this version’s script already, as one that is loading meanwhile, get no second one', async () => {
    const tabs = new FakeTabs();
    const scripting = new FakeScripting();
    const told: unknown[] = [];
    tabs.open = [
      { id: 1, url: MANAGER, receive: (message) => void told.push(message) },
      { id: 2, url: MANAGER },
    ];
    const contentScripts = [{ matches: ['https://manager.line.biz/*'], js: ['manager.js'] }];
    await reinject({ tabs, scripting, contentScripts, report: () => undefined });
    expect(scripting.injected).toEqual([{ tabId: 2, files: ['manager.js'] }]);
    expect(told).toEqual([{ push: 'settings-changed' }]);
  });

  it('that cannot be asked get none, and that is reported', async () => {
    const tabs = new FakeTabs();
    const scripting = new FakeScripting();
    const reported: unknown[] = [];
    const receive = () => {
      throw new Error('The tab is busy.');
    };
    tabs.open = [{ id: 1, url: MANAGER, receive }];
    const contentScripts = [{ matches: ['https://manager.line.biz/*'], js: ['manager.js'] }];
    await reinject({ tabs, scripting, contentScripts, report: (what) => reported.push(what) });
    expect([scripting.injected, reported]).toEqual([[], ['ask whether a tab has our script']]);
  });

  it('get the style and the script of their entry in the manifest, and none into the page’s own world', async () => {
    const tabs = new FakeTabs();
    const scripting = new FakeScripting();
    const reported: unknown[] = [];
    tabs.open = [
      { id: 1, url: CHAT },
      { id: 2, url: MANAGER },
      { id: 3, url: CHAT, discarded: true },
      { id: 4, url: CHAT },
      { id: 5, url: CHAT },
      { id: 6, url: 'https://example.com/' },
    ];
    scripting.closed.add(4);
    await reinject({
      tabs,
      scripting,
      contentScripts: [
        { matches: ['https://chat.line.biz/*'], js: ['chat.js'], css: ['badge.css'] },
        { matches: ['https://manager.line.biz/*'], js: ['manager.js'] },
        { matches: ['https://manager.line.biz/*'], js: ['network-gate.js'], world: 'MAIN' },
      ],
      report: (what) => reported.push(what),
    });
    expect(scripting.injected.filter(({ tabId }) => tabId !== 2)).toEqual([
      { tabId: 1, files: ['badge.css'] },
      { tabId: 5, files: ['badge.css'] },
      { tabId: 1, files: ['chat.js'] },
      { tabId: 5, files: ['chat.js'] },
    ]);
    expect(scripting.injected.filter(({ tabId }) => tabId === 2)).toEqual([
      { tabId: 2, files: ['manager.js'] },
    ]);
    expect(reported).toHaveLength(1);
  });
});
