// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest';
import { FakeExtension } from '../support/fake-extension.ts';
import { attemptOf } from '../support/gate-dialog-bench.ts';

const extension = new FakeExtension();

/** What a page hears of, which has been there for ten seconds. */
async function asked() {
  const { GateNewsSource } = await import('../../src/content/gate-news.ts');
  vi.spyOn(performance, 'now').mockReturnValue(10_000);
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
    vi.restoreAllMocks();
  });
  const heard = vi.fn();
  new GateNewsSource(ending.signal).onAskFor(heard, ending.signal);
  return heard;
}

const attempt = attemptOf();

test.each([
  ['was stopped while it was there', 9_000, 1],
  ['was stopped before it began, by the page that was there then', 11_000, 0],
  ['was stopped nobody knows when', null, 1],
])('a page is asked for a broadcast that %s', async (_, ageMs, times) => {
  const heard = await asked();
  extension.tell({ push: 'ask-for', attempt, ageMs });
  expect(heard.mock.calls).toEqual(Array.from({ length: times }, () => [attempt]));
});
