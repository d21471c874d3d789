import { type MochaOptions, reporters, type Runnable, Runner } from 'mocha';
import { failureLine, leaveTally, type Tally } from './tally.js';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Runner.constants;

/** Mocha's usual list, with the numbers left for `npm test` to add up. */
export default class TallyReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const files: Record<string, Tally> = {};
    const count = (end: keyof Tally) => (runnable: Runnable) => {
      const file = fileOf(runnable);
      const tally = files[file] ?? { passed: 0, failed: 0, skipped: 0 };
      files[file] = { ...tally, [end]: tally[end] + 1 };
    };
    const failures: string[] = [];
    runner.on(EVENT_TEST_PASS, count('passed'));
    runner.on(EVENT_TEST_FAIL, count('failed'));
    runner.on(EVENT_TEST_FAIL, (test: Runnable, error: Error) => failures.push(failureLine(test.fullTitle(), error)));
    runner.on(EVENT_TEST_PENDING, count('skipped'));
    runner.once(EVENT_RUN_END, () => leaveTally(runner.stats, failures, files));
  }
}

/** A hook knows its file only through the tests that it stands before; one that stands before all files is in none. */
function fileOf(runnable: Runnable): string {
  return runnable.file ?? runnable.parent?.file ?? '';
}
