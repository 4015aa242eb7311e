// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { startHealthNotice } from '../../src/features/health-notice/health-notice.ts';
import { ACCOUNT, japan, settle } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { featureBench, inJapanese } from '../support/feature-bench.ts';

function notice() {
  const bench = featureBench(japan(23, 14, 30));
  bench.start(startHealthNotice);
  return bench;
}

const hosts = () => [...document.querySelectorAll('matta-notice')];
const root = () => hosts()[0]?.shadowRoot ?? null;
const title = () => root()?.querySelector('h2')?.textContent ?? null;
const texts = () => [...(root()?.querySelectorAll('p') ?? [])].map((element) => element.textContent);
const close = () => root()?.querySelector('button')?.click();

describe('the notice', () => {
  test('is not there while all is well', () => {
    const { page } = notice();
    for (const state of ['starting', 'idle', 'healthy'] as const) {
      page.tellHealth(state);
      expect(hosts()).toEqual([]);
    }
  });

  test.each([
    ['lost', 'rows-not-found', 'noticeTitleLost', 'noticeRowsNotFound'],
    ['lost', 'direction-unclear', 'noticeTitleLost', 'noticeDirectionUnclear'],
    ['degraded', 'ids-distrusted', 'noticeTitleDegraded', 'noticeIdsDistrusted'],
    ['degraded', 'clock-wrong', 'noticeTitleDegraded', 'noticeClockWrong'],
    ['degraded', 'times-unreadable', 'noticeTitleDegraded', 'noticeTimesUnreadable'],
  ] as const)('says of a page that is %s for %s what that means', (state, problem, titleKey, textKey) => {
    const { page } = notice();
    page.tellHealth(state, problem);
    expect(title()).toBe(inJapanese(titleKey));
    expect(texts()).toEqual([inJapanese(textKey)]);
    expect(root()?.querySelector('[role=status]')).not.toBeNull();
  });

  test('says each thing once, in one place', () => {
    const { page, troubles } = notice();
    page.tellHealth('degraded', 'ids-distrusted');
    page.tellHealth('degraded', 'ids-distrusted', 'times-unreadable');
    troubles.set('troubleStoreFull', true);
    expect(hosts()).toHaveLength(1);
    expect(texts()).toEqual(
      (['noticeIdsDistrusted', 'noticeTimesUnreadable', 'troubleStoreFull'] as const).map((key) =>
        inJapanese(key),
      ),
    );
  });

  test('stays the same element while it says the same', () => {
    const { page, settings } = notice();
    page.tellHealth('lost', 'rows-not-found');
    const [before] = hosts();
    page.tellHealth('lost', 'rows-not-found');
    settings.change({});
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]).toBe(before);
  });

  test('goes when all is well again', () => {
    const { page, troubles } = notice();
    page.tellHealth('lost', 'rows-not-found');
    page.tellHealth('healthy');
    expect(hosts()).toEqual([]);
    troubles.set('troubleWorkerUnreachable', true);
    expect([title(), ...texts()]).toEqual([
      inJapanese('noticeTitleTrouble'),
      inJapanese('troubleWorkerUnreachable'),
    ]);
    troubles.set('troubleWorkerUnreachable', false);
    expect(hosts()).toEqual([]);
  });

  test('that was closed stays closed, also when the same comes again', () => {
    const { page } = notice();
    page.tellHealth('lost', 'rows-not-found');
    close();
    expect(hosts()).toEqual([]);
    page.tellHealth('healthy');
    page.tellHealth('lost', 'rows-not-found');
    expect(hosts()).toEqual([]);
  });

  test('that was closed comes back for something else, and says that alone', () => {
    const { page, troubles } = notice();
    page.tellHealth('degraded', 'ids-distrusted');
    close();
    troubles.set('troubleStoreFull', true);
    expect(texts()).toEqual([inJapanese('troubleStoreFull')]);
    page.tellHealth('degraded', 'ids-distrusted', 'clock-wrong');
    expect(texts()).toEqual([inJapanese('noticeClockWrong'), inJapanese('troubleStoreFull')]);
  });

  test('changes its language with the settings', () => {
    const { page, settings } = notice();
    page.tellHealth('lost', 'rows-not-found');
    settings.change({ translate: (key) => `English ${key}` });
    expect(hosts()).toHaveLength(1);
    expect([title(), ...texts()]).toEqual(['English noticeTitleLost', 'English noticeRowsNotFound']);
  });

  test('shows texts with markup and control characters as text', () => {
    const { page, settings } = notice();
    const evil = '<b onclick=alert(1)>\u202e\u0000</b>';
    settings.change({ translate: () => evil });
    page.tellHealth('lost', 'rows-not-found');
    expect([title(), ...texts()]).toEqual([evil, evil]);
    expect(root()?.querySelector('b')).toBeNull();
  });

  test('goes with its feature', () => {
    const { page, troubles, end } = notice();
    page.tellHealth('lost', 'rows-not-found');
    end();
    expect(hosts()).toEqual([]);
    troubles.set('troubleStoreFull', true);
    page.tellHealth('degraded', 'clock-wrong');
    expect(hosts()).toEqual([]);
  });
});

describe('the worker', () => {
  test('hears of each change, with the account’s own name', async () => {
    const { page, worker } = notice();
    page.tellHealth('degraded', 'ids-distrusted');
    await settle();
    expect(worker.payloads('reportHealth').at(-1)).toEqual({
      report: {
        page: 'chat',
        state: 'degraded',
        problems: ['ids-distrusted'],
        anchors: {},
        clockCorrectionMs: 0,
      },
      account: { id: ACCOUNT, name: 'まるやま洋菓子店' },
    });
  });

  test('gets no more of a name than it takes, and none that is not there', async () => {
    const { page, worker } = notice();
    page.name = 'あ'.repeat(300);
    page.tellHealth('healthy');
    page.name = null;
    page.tellHealth('idle');
    await settle();
    const [long, none] = worker.payloads('reportHealth').slice(-2);
    expect(long).toMatchObject({ account: { name: 'あ'.repeat(100) } });
    expect(none).toMatchObject({ account: null });
  });
});
