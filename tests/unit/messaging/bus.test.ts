import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AskError, createClient, sendWithin } from '../../../src/messaging/bus.ts';
import { protocol } from '../../../src/messaging/protocol.ts';

const NO_RECEIVER = new Error('Could not establish connection. Receiving end does not exist.');
const GONE = new Error('Extension context invalidated.');

/** A `sendMessage` that answers with one value after the other; errors are thrown. */
function sends(...answers: readonly unknown[]) {
  const sent: unknown[] = [];
  const send = async (message: unknown) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push(message);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, ask: createClient(send, 1) };
}

const askTabHealth = ({ ask }: ReturnType<typeof sends>) =>
  ask('tabHealth', { tabId: 1 }, protocol.tabHealth.answer);

describe('asking the worker', () => {
  it('sends verb and payload and gives the value of the answer', async () => {
    const line = sends({ ok: true, value: { removed: 3 } });
    const payload = { account: 'U0' as never };
    expect(await line.ask('forgetAccount', payload, protocol.forgetAccount.answer)).toEqual({ removed: 3 });
    expect(line.sent).toEqual([{ verb: 'forgetAccount', payload }]);
  });

  it('gives nothing when no schema is named', async () => {
    const line = sends({ ok: true, value: { store: 'fine' } });
    expect(await line.ask('tabHealth', { tabId: 1 })).toBeUndefined();
  });

  it('asks once more when nobody received the request, as while the worker starts', async () => {
    const line = sends(NO_RECEIVER, { ok: true, value: null });
    expect(await askTabHealth(line)).toBeNull();
    expect(line.sent).toHaveLength(2);
  });

  it.each([
    ['asleep', NO_RECEIVER, 2],
    ['asleep', new Error('The message port closed before a response was received.'), 2],
    ['asleep', undefined, 2],
    ['asleep', null, 2],
    ['gone', GONE, 1],
    ['gone', new TypeError("Cannot read properties of undefined (reading 'sendMessage')"), 1],
    ['failed', new Error('Message length exceeded maximum allowed length.'), 1],
    ['refused', { ok: false, reason: 'refused' }, 1],
    ['invalid', { ok: false, reason: 'invalid' }, 1],
    ['failed', { ok: false, reason: 'failed' }, 1],
    ['invalid', { ok: false, reason: 'something new' }, 1],
    ['invalid', { ok: false }, 1],
    ['invalid', 'yes', 1],
    ['invalid', {}, 1],
    ['invalid', { ok: 'true', value: null }, 1],
    ['invalid', { ok: true, value: { state: 'splendid' } }, 1],
    ['invalid', { ok: true }, 1],
  ])('rejects as %s on %s', async (reason, answer, attempts) => {
    const line = sends(answer);
    const error = await askTabHealth(line).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ reason, verb: 'tabHealth' });
    expect(line.sent).toHaveLength(attempts);
  });

  it('rejects as gone when sending throws at once instead of rejecting', async () => {
    const ask = createClient(() => {
      throw GONE;
    });
    await expect(ask('tabHealth', { tabId: 1 })).rejects.toMatchObject({ reason: 'gone' });
  });
});

describe('ask, where somebody waits for the answer', () => {
  const PATIENCE_MS = 10_000;
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** Counts the timers of this patience alone: whatever else runs in the process may set timers of its own. */
  function countPatience(): () => number {
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    return () => {
      const ours = set.mock.results.filter((_, at) => set.mock.calls[at]?.[1] === PATIENCE_MS);
      expect(ours.length).toBeGreaterThan(0);
      return ours.filter(({ value }) => cleared.mock.calls.every(([timer]) => timer !== value)).length;
    };
  }

  it('fails when a worker says nothing, and leaves no timer behind either way', async () => {
    const silent = createClient(sendWithin(() => new Promise(() => undefined), PATIENCE_MS));
    const asked = silent('tabHealth', { tabId: 1 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await asked).toMatchObject({ reason: 'failed' });
    const left = countPatience();
    const quick = createClient(sendWithin(async () => ({ ok: true, value: null }), PATIENCE_MS));
    await quick('tabHealth', { tabId: 1 });
    expect(left()).toBe(0);
  });

  it('is gone when sending throws at once', async () => {
    const gone = () => {
      throw GONE;
    };
    const left = countPatience();
    const ask = createClient(sendWithin(gone, PATIENCE_MS));
    await expect(ask('tabHealth', { tabId: 1 })).rejects.toMatchObject({ reason: 'gone' });
    expect(left()).toBe(0);
  });
});
