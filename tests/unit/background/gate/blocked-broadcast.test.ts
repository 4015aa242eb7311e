import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateToTab } from '../../../../src/messaging/gate-protocol.ts';
import { attemptOf, bodyOf, GateBench, MANAGER_URL, SEND_URL } from '../../../support/gate-bench.ts';

const { broadcast } = attemptOf();
const DRAFT = bodyOf({ status: 'DRAFTED', immediate: false });

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});
const pushes = () => bench.told.map((message) => Object(message).push);

describe('a broadcast that the lock has stopped', () => {
  it('is written down, and its checklist opens with what the request says', async () => {
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
    expect(bench.told).toEqual([
      {
        push: 'ask-for',
        attempt: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          source: 'lock',
          broadcast,
          page: { accountName: null, people: null, recognised: false },
          isDraft: false,
        },
        ageMs: expect.any(Number),
      },
    ]);
    expect(v.is(gateToTab.askFor.message, bench.told[0])).toBe(true);
    expect(bench.journal.drafts).toMatchObject([
      { account: '@bakery', event: { kind: 'blocked', requestType: 'xmlhttprequest' } },
    ]);
  });

  it('is asked about even if it was a draft, or cannot be read', async () => {
    await bench.request(SEND_URL, DRAFT);
    await bench.request(SEND_URL, { raw: [{}] });
    await bench.request(SEND_URL.replace('broadcasts', 'broadc%61sts'), '%%%');
    expect(pushes()).toEqual(['ask-for', 'ask-for', 'ask-for']);
  });

  it('is asked about although the journal cannot be written', async () => {
    bench.journal.broken = true;
    await bench.request(SEND_URL, bodyOf());
    expect([pushes(), bench.reported.length]).toEqual([['ask-for'], 1]);
  });

  it('is asked about in a page that had no script of ours, but none goes into the page’s own world', async () => {
    let listens = false;
    const receive = (message: unknown) => void bench.told.push(message);
    const tabs = bench.tabs;
    const open = () => [{ id: 7, url: MANAGER_URL, ...(listens ? { receive } : {}) }];
    tabs.open = open();
    const inject = bench.scripting.executeScript.bind(bench.scripting);
    bench.scripting.executeScript = async (injection) => {
      listens = true;
      tabs.open = open();
      return inject(injection);
    };
    await bench.request(SEND_URL, bodyOf());
    expect(bench.scripting.injected).toEqual([{ tabId: 7, files: ['manager.js'] }]);
    expect(pushes()).toEqual(['ask-for']);
  });

  it('of a page’s service worker is asked about where somebody looks at the manager', async () => {
    const tab = { url: MANAGER_URL, receive: (message: unknown) => void bench.told.push(message) };
    bench.tabs.open = [
      { id: 7, ...tab },
      { id: 8, ...tab, active: true },
    ];
    await bench.request(SEND_URL, bodyOf(), { tabId: -1 });
    expect(pushes()).toEqual(['ask-for']);
  });

  it('by somebody else’s extension is none of ours', async () => {
    const error = 'net::ERR_BLOCKED_BY_CLIENT';
    await bench.request('https://manager.line.biz/api/v9/send', bodyOf(), { error });
    bench.setGate({ lock: 'off' });
    await bench.gate.followPolicy();
    await bench.request(SEND_URL, bodyOf(), { error });
    expect([bench.journal.drafts, bench.told]).toEqual([[], []]);
  });
});
