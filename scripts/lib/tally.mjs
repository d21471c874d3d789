import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function inWords({ passed, failed, skipped, again }) {
  const words = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  return again ? `${words}; ${again} of them failed at first` : words;
}

/**
 * Runs a stage and answers how its tests ended; a crash is a failure, and so is a stage without tests, unless some were picked. Files
 * of a stage with `again` whose tests failed get a second try by themselves, which is said: a real window on a busy machine may lose
 * a click.
 */
export async function tallyOf(stage, options) {
  if (stage.check) return (await stage.run()) === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  const picked = options.includes('--grep');
  const first = await tried(stage, options, picked);
  const failed = Object.keys(first.files ?? {}).filter((file) => file && first.files[file].failed > 0);
  if (!stage.again || picked || failed.length === 0) return first;
  console.log(`\nA second try for ${failed.map((file) => relative('', file)).join(', ')}`);
  const second = await tried(stage, options, picked, failed);
  const failures = [
    ...first.failures.map((line) => `${line} (at first)`),
    ...second.failures.map((line) => `${line} (again)`),
  ];
  return { ...sum(allBut(first, failed), second), again: first.failed, failures };
}

async function tried(stage, options, picked, files) {
  const folder = mkdtempSync(join(tmpdir(), 'calibration-tables-tally-'));
  const path = join(folder, 'tally.json');
  try {
    const code = await stage.run(options, { CALIBRATION_TABLES_TALLY: path }, files);
    return judged(left(path), code, picked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What remains of a tally without some files. */
function allBut({ passed, failed, skipped, files }, without) {
  const less = without.map((file) => files[file]).reduce(sum, nothing);
  return { passed: passed - less.passed, failed: failed - less.failed, skipped: skipped - less.skipped };
}

function left(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // It ended before it could say anything.
    return { ...nothing, failures: [] };
  }
}

function judged(tally, code, picked) {
  const nothingRan = tally.passed + tally.failed === 0;
  const unexplained = code !== 0 && tally.failed === 0;
  if (!unexplained && (!nothingRan || picked)) return tally;
  return { ...tally, failed: tally.failed + 1, failures: [...tally.failures, 'it ended without saying why'] };
}
