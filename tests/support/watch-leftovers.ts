import { vi } from 'vitest';
import { resizeObservers } from './dom-stand-ins.ts';

/**
 * Watches what is registered with the browser from here on; the answer tells what is still registered: mutation and
 * resize observers, listeners on the page that no ended signal takes away, timers. Needs fake timers.
 */
export function watchLeftovers(): () => Record<'observers' | 'listeners' | 'timers', number> {
  const observing = new Set<MutationObserver>();
  const observe = vi.spyOn(MutationObserver.prototype, 'observe').mockImplementation(function (
    this: MutationObserver,
    ...values
  ) {
    observing.add(this);
    return original.observe.apply(this, values);
  });
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect').mockImplementation(function (
    this: MutationObserver,
  ) {
    observing.delete(this);
    return original.disconnect.apply(this);
  });
  const listen = vi.spyOn(EventTarget.prototype, 'addEventListener');
  return () => {
    const lasting = listen.mock.calls.filter((call, index) => {
      const options = Object(call[2]);
      const target = listen.mock.contexts[index];
      const isOfThePage = target === window || (target instanceof Node && target.isConnected);
      return isOfThePage && options.signal?.aborted !== true;
    });
    for (const spy of [observe, disconnect, listen]) spy.mockRestore();
    return {
      observers: observing.size + resizeObservers(),
      listeners: lasting.length,
      timers: vi.getTimerCount(),
    };
  };
}

const original = {
  observe: MutationObserver.prototype.observe,
  disconnect: MutationObserver.prototype.disconnect,
};
