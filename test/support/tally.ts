import { writeFileSync } from 'node:fs';

/** How some tests ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How the tests of a stage ended, file by file. */
export type FileTallies = Readonly<Record<string, Tally>>;

/** Names the file in which a test run leaves its tally for whoever started it. */
export const tallyVariable = 'CALIBRATION_TABLES_TALLY';

/**
 * @param failures a line each for the end of the run, so that nobody has to search a long log
 * @param files where tests can be run again by themselves: what failed gets another try there
 */
export function leaveTally(
  stats: { passes: number; failures: number; pending: number } | undefined,
  failures: readonly string[],
  files: FileTallies = {},
): void {
  const path = process.env[tallyVariable];
  if (!path || !stats) return;
  const tally = { passed: stats.passes, failed: stats.failures, skipped: stats.pending, failures, files };
  writeFileSync(path, JSON.stringify(tally));
}

/** A failure in a line: which test, and how its message begins. */
export function failureLine(title: string, { message = '' }: { readonly message?: string } = {}): string {
  return `${title}: ${message.split('\n', 1)[0] ?? ''}`;
}
