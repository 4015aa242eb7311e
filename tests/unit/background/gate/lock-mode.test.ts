import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AllowRule } from '../../../../src/background/ports.ts';
import type { Approver } from '../../../../src/domain/broadcast/approval/approver.ts';
import type { Policy } from '../../../../src/domain/policy/policy.ts';
import { SUZUKI, SUZUKI_SAYS, YAMADA } from '../../../support/approvers.ts';
import {
  attemptOf,
  bodyOf,
  GateBench,
  nonce,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const LATE_MS = 151;

let bench: GateBench;
let answer: (gate: Partial<Policy['gate']>) => void;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = new GateBench();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The browser was just started, and has not given its policy yet: only what lies in the storage is known. */
function startBrowser(own: Partial<Policy['gate']>): void {
  bench.setGate(own);
  bench.known = new Promise((resolve) => {
    answer = resolve;
  });
  bench.restart();
}
const isStopped = async () => (await bench.request(SEND_URL, bodyOf(), { tabId: 12 })) === 'blocked';

describe('the lock of a browser that has just been started', () => {
  it.each(['off', 'observe'] as const)('is on until it is known whether it may be %s', async (lock) => {
    bench.rules.enabled = false;
    startBrowser({ lock });
    const started = bench.gate.start();
    await vi.advanceTimersByTimeAsync(LATE_MS);
    expect(bench.rules.enabled).toBe(true);
    answer({});
    await started;
    expect(bench.rules.enabled).toBe(false);
  });

  it('stays on where a supervisor wants it, whatever lies in the storage', async () => {
    startBrowser({ lock: 'off' });
    const started = bench.gate.start();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(bench.rules.enabled).toBe(true);
    answer({ lock: 'enforce' });
    await started;
    expect(bench.rules.enabled).toBe(true);
  });

  it('is not switched on for a moment where the answer comes at once', async () => {
    bench.rules.enabled = false;
    startBrowser({ lock: 'off' });
    answer({});
    const switched = vi.spyOn(bench.rules, 'updateEnabledRulesets');
    await bench.gate.start();
    await vi.advanceTimersByTimeAsync(LATE_MS);
    expect(switched.mock.calls).toEqual([[{ disableRulesetIds: ['lock'] }]]);
  });

  it('is on where the rules cannot be read', async () => {
    bench.rules.enabled = false;
    startBrowser({ lock: 'off' });
    bench.known = Promise.reject(new Error('no rules'));
    await expect(bench.gate.start()).rejects.toThrow('no rules');
    expect(bench.rules.enabled).toBe(true);
  });

  it('follows what is newest, in whatever order it becomes known', async () => {
    startBrowser({ lock: 'off' });
    const started = bench.gate.start();
    await vi.advanceTimersByTimeAsync(LATE_MS);
    bench.known = null;
    bench.setGate({ lock: 'enforce' });
    await bench.gate.followPolicy();
    answer({ lock: 'off' });
    await started;
    expect(bench.rules.enabled).toBe(true);
  });

  it('is off once it was switched off, however long the browser takes for an earlier change', async () => {
    bench.setGate({ lock: 'enforce' });
    await bench.gate.start();
    bench.rules.slowly = () => new Promise((resolve) => setTimeout(resolve, 500));
    // A page that is told of the change asks for its settings, at which the lock is looked after.
    await bench.gate.answers.gateSettings({ account: null, name: null }, TOP);
    bench.setGate({ lock: 'off' });
    const followed = bench.gate.followPolicy();
    await vi.advanceTimersByTimeAsync(5_000);
    await followed;
    expect(bench.rules.enabled).toBe(false);
  });

  it('explains what it stopped once it is known that it had to', async () => {
    startBrowser({ lock: 'off' });
    bench.rules.enabled = true;
    const sending = bench.request(SEND_URL, bodyOf());
    await vi.advanceTimersByTimeAsync(LATE_MS);
    expect(bench.journal.kinds).toEqual([]);
    answer({ lock: 'enforce' });
    expect(await sending).toBe('blocked');
    expect(bench.journal.kinds).toEqual(['blocked']);
  });
});

describe('what is answered before the browser has given its policy', () => {
  it('is judged by what the policy then says', async () => {
    startBrowser({ secondPerson: 'never' });
    const sheet = await bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
    const answered = { attempt, ...rightAnswers(sheet, attempt), tookMs: 9_000 };
    const completing = bench.gate.answers.completeAttempt(answered, TOP);
    answer({ secondPerson: 'always', approvers: [] });
    expect(await completing).toEqual({ pass: null, open: { items: ['second-person'], findings: [] } });
  });

  it('is no way out where the policy then has none', async () => {
    startBrowser({ override: 'reason' });
    const reason = '急ぎの訂正のため、確認を省きます';
    const trying = bench.gate.answers.overrideAttempt({ attempt, reason, nonce: nonce(1) }, TOP);
    answer({ override: 'never' });
    expect(await trying).toMatchObject({ result: 'refused', wayOut: { rule: 'never' } });
  });

  it.each<[string, Approver[] | null, string]>([
    ['nobody is registered', null, ''],
    ['somebody has registered themselves under that name', [{ ...SUZUKI, name: YAMADA.name }], SUZUKI_SAYS],
  ])(
    'is approved by none but whom the policy then names, where %s before',
    async (_what, approvers, passphrase) => {
      startBrowser({ secondPerson: 'always', approvers });
      expect(await bench.approve(attempt, { passphrase })).toMatchObject({ result: 'given' });
      const sheet = await bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP);
      const answered = { attempt, ...rightAnswers(sheet, attempt), tookMs: 9_000 };
      answer({ approvers: [YAMADA] });
      const { open } = await bench.gate.answers.completeAttempt(answered, TOP);
      expect(open).toEqual({ items: ['second-person'], findings: [] });
    },
  );
});

describe('a lock that somebody has changed by the browser’s own tools', () => {
  const allow = (): AllowRule => ({
    id: 900,
    priority: 99,
    action: { type: 'allow' },
    condition: { regexFilter: 'broadcasts', tabIds: [12], resourceTypes: [] },
  });
  const changes: readonly (readonly [string, () => unknown])[] = [
    ['switched off', () => bench.rules.updateEnabledRulesets({ disableRulesetIds: ['lock'] })],
    ['with one of its own rules switched off', () => bench.rules.switchedOff.add(1)],
    ['with a rule for this session', () => bench.rules.session.set(900, allow())],
    ['with a rule for ever', () => bench.rules.dynamic.set(900, allow())],
  ];
  it.each(changes)('(%s) is as it was once the browser is started anew', async (_what, make) => {
    await make();
    startBrowser({});
    const started = bench.gate.start();
    await vi.advanceTimersByTimeAsync(LATE_MS);
    expect(await isStopped()).toBe(true);
    answer({});
    await started;
  });

  const moments: readonly (readonly [string, () => unknown])[] = [
    [
      'a manager’s page asks for its settings',
      () => bench.gate.answers.gateSettings({ account: null, name: null }, TOP),
    ],
    ['a checklist is opened', () => bench.gate.answers.openAttempt({ attempt, changes: [] }, TOP)],
    ['a broadcast leaves', () => bench.request(SEND_URL, bodyOf(), { tabId: 9 })],
  ];
  it.each(
    changes.flatMap(([change, make]) => moments.map(([moment, come]) => ({ change, make, moment, come }))),
  )('($change) is as it was once $moment', async ({ make, come }) => {
    await bench.gate.start();
    await make();
    expect(await isOpen()).toBe(true);
    await come();
    await vi.advanceTimersByTimeAsync(0);
    expect(await isStopped()).toBe(true);
  });
  const isOpen = async () => bench.rules.passes('POST', SEND_URL, 12);

  it('keeps what was permitted, and stays off where the rules say so', async () => {
    await bench.gate.start();
    const pass = await bench.complete(attempt);
    await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    await bench.gate.answers.gateSettings({ account: null, name: null }, TOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(await bench.request(`${SEND_URL}#${nonce(1)}`, bodyOf())).toBe('sent');
    bench.setGate({ lock: 'off' });
    await bench.gate.followPolicy();
    await bench.gate.answers.gateSettings({ account: null, name: null }, TOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(bench.rules.enabled).toBe(false);
  });

  it('is told of where it cannot be put back', async () => {
    await bench.gate.start();
    bench.rules.updateEnabledRulesets = () => Promise.reject(new Error('no rules'));
    await bench.gate.answers.gateSettings({ account: null, name: null }, TOP);
    await vi.advanceTimersByTimeAsync(0);
    expect(bench.reported).toEqual([['look after the lock', expect.any(Error)]]);
  });
});
