// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchView } from '../../src/line/chat/watch-view.ts';
import { SoonestTimer } from '../../src/line/soonest-timer.ts';
import { Listeners } from '../../src/platform/listeners.ts';
import { messageList } from '../support/chat-markup.ts';
import { resizeEverything } from '../support/dom-stand-ins.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the view of a list', () => {
  function watched() {
    const list = messageList();
    const ending = new AbortController();
    const heard = vi.fn();
    watchView(list, heard, ending.signal);
    return { ending, heard, scroll: () => list.dispatchEvent(new Event('scroll')) };
  }

  test('is told of once a frame, however much is scrolled in it', () => {
    const { heard, scroll } = watched();
    for (let n = 0; n < 30; n++) scroll();
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersToNextFrame();
    expect(heard).toHaveBeenCalledTimes(1);
    scroll();
    vi.advanceTimersToNextFrame();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('is told of when the list gets another size', () => {
    const { heard } = watched();
    resizeEverything();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('is not told of after the end, not even by the frame that was waited for', () => {
    const { heard, scroll, ending } = watched();
    scroll();
    ending.abort();
    vi.advanceTimersToNextFrame();
    scroll();
    resizeEverything();
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('listeners', () => {
  test('all hear, also when one of them throws', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const listeners = new Listeners<string>();
    const { signal } = new AbortController();
    const heard = vi.fn();
    listeners.add(() => {
      throw new Error('broken');
    }, signal);
    listeners.add(heard, signal);
    listeners.tell('news');
    expect(heard.mock.calls).toEqual([['news']]);
    expect(complaint).toHaveBeenCalledTimes(1);
    complaint.mockRestore();
  });

  test('whose signal has ended hear nothing, whether it ended before or after', () => {
    const listeners = new Listeners<string>();
    const ending = new AbortController();
    const heard = vi.fn();
    listeners.add(heard, ending.signal);
    listeners.add(heard, AbortSignal.abort());
    ending.abort();
    listeners.tell('news');
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a timer for many', () => {
  test('acts once, when the first of them wants it', () => {
    const act = vi.fn();
    const timer = new SoonestTimer(act);
    timer.within(500);
    timer.within(100);
    timer.within(900);
    vi.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_000);
    expect(act).toHaveBeenCalledTimes(1);
  });

  test('acts again when asked again, and not when that is taken back', () => {
    const act = vi.fn();
    const timer = new SoonestTimer(act);
    timer.within(10);
    vi.advanceTimersByTime(10);
    timer.within(10);
    timer.cancel();
    vi.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
