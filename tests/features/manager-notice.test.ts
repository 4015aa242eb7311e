// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { startManagerNotice } from '../../src/features/health-notice/health-notice.ts';
import { settle } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { inJapanese } from '../support/feature-bench.ts';
import { managerBench } from '../support/manager-bench.ts';

function notice(prepare: (bench: ReturnType<typeof managerBench>) => void = () => {}) {
  const bench = managerBench();
  prepare(bench);
  bench.start(startManagerNotice);
  return bench;
}

const hosts = () => [...document.querySelectorAll('matta-notice')];
const texts = () => [...(hosts()[0]?.shadowRoot?.querySelectorAll('h2, p') ?? [])].map((e) => e.textContent);
const close = () => hosts()[0]?.shadowRoot?.querySelector('button')?.click();
const japanese = (...keys: readonly Parameters<typeof inJapanese>[0][]) => keys.map((key) => inJapanese(key));
const unconnected = ({ gate }: ReturnType<typeof managerBench>) => {
  gate.connected = false;
};

describe('the notice on a manager page', () => {
  test('is not there while all is well', () => {
    const { page } = notice();
    for (const state of ['starting', 'idle', 'healthy'] as const) page.tellHealth(state);
    expect(hosts()).toEqual([]);
  });

  test('says that the editor is not recognised', () => {
    const { page } = notice();
    page.tellHealth('degraded', 'editor-not-recognised');
    expect(texts()).toEqual(japanese('noticeTitleManager', 'noticeEditorNotRecognised'));
  });

  test('asks to reload a page that was there before Matta, where broadcasts are written or listed', () => {
    const { page } = notice((bench) => {
      unconnected(bench);
      bench.page.shown = 'other';
    });
    page.tellHealth('idle');
    expect(hosts()).toEqual([]);
    page.go('list');
    expect(texts()).toEqual(japanese('noticeTitleManager', 'noticePageNotHooked'));
  });

  test('says where a broadcast is written, and only there, that the settings hold none', () => {
    const { page, settings } = notice();
    settings.change({ network: 'observe', lock: 'off' });
    expect(texts()).toEqual(japanese('noticeTitleManager', 'noticeGateNotEnforced'));
    page.go('list');
    expect(hosts()).toEqual([]);
  });

  test('is silent when one of the layers that decide does hold', () => {
    const { settings } = notice();
    settings.change({ network: 'off', lock: 'enforce', button: 'off' });
    expect(hosts()).toEqual([]);
  });

  test('that was closed stays closed', () => {
    const { page } = notice(unconnected);
    close();
    page.tellHealth('healthy');
    page.go('list');
    expect(hosts()).toEqual([]);
  });

  test('tells of a worker that does not answer what that means here, and nothing of the store of messages', () => {
    const { troubles } = notice();
    troubles.set('troubleStoreFull', true);
    expect(hosts()).toEqual([]);
    troubles.set('troubleWorkerUnreachable', true);
    expect(texts()).toEqual(japanese('noticeTitleTrouble', 'noticeGateUnreachable'));
    troubles.set('troubleUnconfirmed', true);
    expect(texts()).toEqual(japanese('noticeTitleTrouble', 'noticeGateUnreachable', 'troubleUnconfirmed'));
  });

  test('goes with its feature', () => {
    const { page, end } = notice(unconnected);
    end();
    page.tellHealth('lost', 'editor-not-recognised');
    expect(hosts()).toEqual([]);
  });
});

describe('its language', () => {
  const ENGLISH = {
    commonLanguageTag: 'en',
    noticeTitleManager: 'Title',
    noticeEditorNotRecognised: 'Editor',
  };
  const degraded = async (prepare: (bench: ReturnType<typeof managerBench>) => void) => {
    const bench = notice(prepare);
    bench.page.tellHealth('degraded', 'editor-not-recognised');
    await settle();
    return bench;
  };

  test('is the page’s when nobody has chosen one, and is asked for once', async () => {
    const { page, worker } = await degraded((bench) => {
      bench.page.tag = 'en-US';
      bench.worker.answers.set('texts', ENGLISH);
    });
    expect(texts()).toEqual(['Title', 'Editor']);
    page.tellHealth('healthy');
    page.tellHealth('degraded', 'editor-not-recognised');
    expect(texts()).toEqual(['Title', 'Editor']);
    expect(worker.payloads('texts')).toEqual([
      { language: 'en', prefix: 'notice' },
      { language: 'en', prefix: 'trouble' },
    ]);
  });

  test.each([
    ['somebody has chosen another', 'en', { texts: {} }, 0],
    ['the settings have not come', 'en', null, 0],
    ['the page’s is the same', 'ja', { texts: null }, 0],
    ['Matta does not speak the page’s', 'ko', { texts: null }, 0],
    ['its texts cannot be had', 'en', { texts: null }, 2],
  ] as const)('is Matta’s own when %s', async (_, tag, settings, asked) => {
    const { worker } = await degraded((bench) => {
      bench.page.tag = tag;
      bench.settings.inForce =
        settings === null
          ? null
          : { network: 'enforce', lock: 'enforce', button: 'off', sendLabels: [], ...settings };
    });
    expect(texts()).toEqual(japanese('noticeTitleManager', 'noticeEditorNotRecognised'));
    expect(worker.payloads('texts')).toHaveLength(asked);
  });
});

describe('the worker', () => {
  test('hears of each change once, of no account and no clock', async () => {
    const { page, worker } = notice();
    page.tellHealth('degraded', 'editor-not-recognised');
    page.tellHealth('degraded', 'editor-not-recognised');
    page.go('editor');
    await settle();
    const reports = worker.payloads('reportHealth');
    expect(reports.map((sent) => Object(sent).report.state)).toEqual(['starting', 'degraded']);
    expect(reports.at(-1)).toEqual({
      report: {
        page: 'manager',
        state: 'degraded',
        problems: ['editor-not-recognised'],
        anchors: { actions: 0 },
        clockCorrectionMs: 0,
      },
      account: null,
    });
  });

  test('hears that a page has to be reloaded, and that the settings hold nothing', async () => {
    const { page, settings, worker } = notice(unconnected);
    page.tellHealth('healthy');
    settings.change({ network: 'off', lock: 'off' });
    await settle();
    expect(worker.payloads('reportHealth').slice(-2)).toMatchObject([
      { report: { state: 'degraded', problems: ['page-not-hooked'] } },
      { report: { state: 'degraded', problems: ['page-not-hooked', 'gate-not-enforced'] } },
    ]);
  });

  test('hears of settings that hold nothing without calling the page ill: somebody wanted it so', async () => {
    const { page, settings, worker } = notice();
    page.tellHealth('healthy');
    settings.change({ network: 'off', lock: 'off' });
    await settle();
    expect(worker.payloads('reportHealth').at(-1)).toMatchObject({
      report: { state: 'healthy', problems: ['gate-not-enforced'] },
    });
  });
});
