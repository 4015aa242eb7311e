import { describe, expect, test } from 'vitest';
import { GOALS } from '../../../bench/goals.ts';
import { parseBenchOptions, UnknownGroup } from '../../../bench/options.ts';
import { type Goal, judge } from '../../../bench/report/goal.ts';
import { report } from '../../../bench/report/report.ts';
import { medianOf, Samples } from '../../../bench/report/samples.ts';

const half: Goal = { id: 'G0', says: 'half', atMost: 0.5, measured: (m) => m('cost/1/a') / m('cost/1/b') };

function samplesOf(a: readonly number[], b: readonly number[]): Samples {
  const samples = new Samples();
  for (const value of a) samples.add('cost/1/a', value);
  for (const value of b) samples.add('cost/1/b', value);
  return samples;
}

describe('a goal', () => {
  test.each([
    ['met', [4, 5, 5], [10, 10, 10]],
    ['missed', [9, 9, 9], [10, 10, 10]],
    ['close', [4, 6, 6, 4, 6], [10, 10, 10]],
    ['not measured', [4], []],
  ])('is %s', (state, a, b) => {
    expect(judge(half, samplesOf(a, b)).state).toBe(state);
  });

  test('is not measured where its base is lost in the noise of the page', () => {
    const goal = GOALS.find(({ id, says }) => id === 'G1' && says === 'decorate 1,000 rows, to bare');
    if (goal === undefined) throw new Error('no such goal');
    const samples = new Samples();
    const page = [200, 230, 260, 210, 240];
    for (const [index, own] of page.entries()) {
      samples.add('switch/1000/page', own);
      samples.add('switch/1000/matta', own);
      samples.add('switch/1000/bare', page.at(-1 - index) ?? Number.NaN);
    }
    expect(judge(goal, samples).state).toBe('not measured');
    for (let more = 0; more < 20; more++) samples.add('switch/1000/bare', 500);
    expect(judge(goal, samples).state).toBe('met');
  });

  test('is judged the same from the same samples', () => {
    const samples = samplesOf([4, 6, 7, 5], [9, 11, 10]);
    expect(judge(half, samples)).toEqual(judge(half, samples));
  });
});

describe('the promises', () => {
  test('leave out none of the thirteen but those that are counted', () => {
    const ids = new Set(GOALS.map(({ id }) => id));
    const expected = Array.from({ length: 13 }, (_, index) => `G${index + 1}`);
    // tests/browser/counts.test.ts and tests/browser/cost.test.ts.
    expect(expected.filter((id) => !ids.has(id))).toEqual(['G5']);
  });

  test('are all unmeasured without samples, and a report can still be written', () => {
    const results = GOALS.map((goal) => judge(goal, new Samples()));
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['not measured']));
    const run = { command: 'npm run bench', seconds: 60, browser: 'Chromium', at: new Date(0), load: 1 };
    expect(report(new Samples(), results, run)).toContain('| G13 |');
  });
});

describe('options', () => {
  test('name groups, in the order of a run', () => {
    expect(parseBenchOptions(['--only', 'minute', '--only', 'sizes', '--quick'])).toEqual({
      quick: true,
      check: false,
      groups: ['sizes', 'minute'],
    });
  });

  test('are refused when unknown', () => {
    expect(() => parseBenchOptions(['--only', 'speed'])).toThrow(UnknownGroup);
    expect(() => parseBenchOptions(['--fast'])).toThrow(TypeError);
  });
});

test('the middle of an even number of values lies between two', () => {
  expect(medianOf([1, 9, 3, 5])).toBe(4);
  expect(medianOf([])).toBeNaN();
});
