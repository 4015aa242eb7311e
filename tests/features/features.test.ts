// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { CHAT_FEATURES } from '../../src/features/chat-features.ts';
import { GROUP, japan } from '../support/conversation-bench.ts';
import '../support/dom-stand-ins.ts';
import { FakeConversation, outgoing } from '../support/fake-chat-page.ts';
import { featureBench } from '../support/feature-bench.ts';
import { click } from '../support/trusted-events.ts';
import { watchLeftovers } from '../support/watch-leftovers.ts';

const NOW = japan(23, 14, 30);
const named = CHAT_FEATURES.map((feature) => [feature.name, feature] as const);

describe.each(named)('%s', (_, feature) => {
  test('keeps nothing of conversations that were left, however many', async () => {
    const bench = featureBench(NOW);
    bench.start(feature);
    const leftovers = watchLeftovers();
    const kept = vi.spyOn(bench.signal, 'addEventListener');
    for (let n = 0; n < 20; n++) {
      const opened = new FakeConversation(bench.clock, n % 2 === 0 ? {} : { id: GROUP });
      bench.page.open(opened);
      const [row] = opened.add(outgoing(NOW - n));
      const badge = row?.querySelector('matta-badge');
      if (badge) click(badge);
      await vi.advanceTimersByTimeAsync(500);
    }
    bench.page.open(null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept).not.toHaveBeenCalled();
    expect(leftovers()).toEqual({ observers: 0, listeners: 0, timers: 0 });
    kept.mockRestore();
  });

  test('leaves no element and no timer behind', async () => {
    const bench = featureBench(NOW);
    const before = document.documentElement.outerHTML;
    bench.start(feature);
    const opened = new FakeConversation(bench.clock);
    bench.page.open(opened);
    opened.add(outgoing(NOW));
    bench.page.tellHealth('lost', 'rows-not-found');
    await vi.advanceTimersByTimeAsync(100);
    bench.end();
    opened.list.remove();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});
