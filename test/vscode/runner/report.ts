import { existsSync, readFileSync } from 'node:fs';
import { failureLine, leaveTally } from '../../support/tally.js';

interface Outcome {
  readonly fullTitle: string;
  readonly err: { readonly message?: string; readonly stack?: string };
}

/** What we use of what mocha's JSON reporter writes. */
interface Results {
  readonly stats: {
    readonly tests: number;
    readonly passes: number;
    readonly failures: number;
    readonly pending: number;
  };
  readonly failures: readonly Outcome[];
}

/** What the suite leaves when it could not run. */
interface Broken {
  readonly error: string;
}

/** Prints why tests failed, from what the suite left, and answers whether all is well. */
export function report(path: string, crash: string | undefined): boolean {
  if (!existsSync(path)) {
    console.error(`The extension host ended without results. ${crash ?? ''}`);
    return false;
  }
  const results = JSON.parse(readFileSync(path, 'utf8')) as Results | Broken;
  if ('error' in results) {
    console.error(results.error);
    return false;
  }
  for (const test of results.failures) console.log(`\n  ✘ ${test.fullTitle}\n${test.err.stack ?? test.err.message}`);
  leaveTally(
    results.stats,
    results.failures.map(({ fullTitle, err }) => failureLine(fullTitle, err)),
  );
  return results.stats.failures === 0 && results.stats.passes > 0 && crash === undefined;
}
