import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wait } from '../../../src/platform/wait.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('settles after its time, and not before', async () => {
  const done = vi.fn();
  void wait(500, new AbortController().signal).then(done);
  await vi.advanceTimersByTimeAsync(499);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalledOnce();
});

it('never settles once its signal has ended, and leaves no timer', async () => {
  const done = vi.fn();
  const end = new AbortController();
  void wait(500, end.signal).then(done);
  end.abort();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).not.toHaveBeenCalled();
});

it('leaves no listener on a signal that lives on', async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  void wait(500, signal);
  await vi.advanceTimersByTimeAsync(500);
  expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    added.mock.calls.map(([type, listener]) => [type, listener]),
  );
});
