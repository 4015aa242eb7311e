import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the output with one plain line, `N passed, N failed, N skipped`.
 *
 * A module that failed outside its tests counts as one failure, and so does an error that no test caught. The line
 * is written when the process ends, because a failing global setup ends it before any test has run.
 */
export default class CountReporter implements Reporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    process.once('exit', (code) => {
      const { passed, skipped } = this.#counts;
      const failed = code === 0 ? this.#counts.failed : Math.max(1, this.#counts.failed);
      writeSync(process.stdout.fd, `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const results = modules.flatMap(resultsOf);
    this.#counts = {
      passed: count(results, 'passed'),
      failed: count(results, 'failed') + unhandledErrors.length,
      skipped: count(results, 'skipped'),
    };
  }
}

type Result = 'passed' | 'failed' | 'skipped';

function resultsOf(module: TestModule): readonly Result[] {
  const tests = [...module.children.allTests()].map((test) => {
    const { state } = test.result();
    // A test that was collected and never finished proves nothing: it counts against the run.
    return state === 'pending' ? 'failed' : state;
  });
  const failedOutsideTests = module.state() === 'failed' && !tests.includes('failed');
  return failedOutsideTests ? [...tests, 'failed'] : tests;
}

function count(results: readonly Result[], wanted: Result): number {
  return results.filter((result) => result === wanted).length;
}
