// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { refuseAfterEnd } from '../../../src/content/refuse-after-end.ts';
import { attemptBench, FakeHeld } from '../../support/attempt-bench.ts';

/** The gate with what the content script does for its end. */
function bench() {
  const ending = new AbortController();
  const made = attemptBench(({ gate }) => refuseAfterEnd(gate, ending.signal));
  const end = () => {
    ending.abort('orphaned');
    made.end();
  };
  return { ...made, end };
}

test('nothing is refused as long as somebody can ask', async () => {
  const { hold } = bench();
  const [commit, draft] = [new FakeHeld(), new FakeHeld({ kind: 'harmless' })];
  await hold(commit, draft);
  expect([commit.fate, draft.fate]).toEqual([[], ['released']]);
});

test('after the end everything that is held fails at once, whatever the settings were', async () => {
  const { hold, end, gate, settings, asked } = bench();
  settings.change({ network: 'off', lock: 'off' });
  end();
  expect(gate.mode).toBe('enforce');
  const requests = [new FakeHeld(), new FakeHeld({ kind: 'harmless' }), new FakeHeld({ canWait: false })];
  await hold(...requests);
  expect(requests.map(({ fate }) => fate)).toEqual([['refused'], ['refused'], ['refused']]);
  expect(asked()).toEqual([]);
});
