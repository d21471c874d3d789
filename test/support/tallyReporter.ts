import { type MochaOptions, reporters, type Runner } from 'mocha';
import { leaveTally } from './tally.js';

/** Mocha's usual list, with the numbers left for `npm test` to add up. */
export default class TallyReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    runner.once('end', () => leaveTally(runner.stats));
  }
}
