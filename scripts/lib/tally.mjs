import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Runs a stage and answers how its tests ended; a crash is a failure, and so is a stage without tests, unless some were picked. */
export async function tallyOf(stage, options) {
  if (stage.check) return (await stage.run()) === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  const folder = mkdtempSync(join(tmpdir(), 'calibration-tables-tally-'));
  const path = join(folder, 'tally.json');
  try {
    const code = await stage.run(options, { CALIBRATION_TABLES_TALLY: path });
    return judged(left(path), code, options.includes('--grep'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function left(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // It ended before it could say anything.
    return nothing;
  }
}

function judged(tally, code, picked) {
  const nothingRan = tally.passed + tally.failed === 0;
  const unexplained = code !== 0 && tally.failed === 0;
  return unexplained || (nothingRan && !picked) ? { ...tally, failed: tally.failed + 1 } : tally;
}
