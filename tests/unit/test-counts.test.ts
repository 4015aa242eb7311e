import { describe, expect, it } from 'vitest';
import { readCounts, sumOf } from '../../scripts/test-counts.ts';

describe('the counts of a run', () => {
  it('are those of its last line', () => {
    const output = 'said by a test:\n9 passed, 9 failed, 9 skipped\nmore\n\n12 passed, 0 failed, 1 skipped\n';
    expect(readCounts(output)).toEqual({ passed: 12, failed: 0, skipped: 1 });
  });

  it.each(['', 'a crash', '12 passed, 0 failed'])('without such a line are a failure: "%s"', (output) => {
    expect(readCounts(output)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('are added', () => {
    const one = { passed: 3, failed: 0, skipped: 0 };
    expect(sumOf([one, { passed: 4, failed: 1, skipped: 2 }])).toBe('7 passed, 1 failed, 2 skipped');
  });
});
