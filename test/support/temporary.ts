import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** A new folder that is gone when we end. */
export function temporaryFolder(name: string, within = realpathSync(tmpdir())): string {
  if (folders.size === 0) removeAtTheEnd();
  mkdirSync(within, { recursive: true });
  const folder = mkdtempSync(join(within, `calibration-tables-${name}-`));
  folders.add(folder);
  return folder;
}

function removeAtTheEnd(): void {
  process.once('exit', () => folders.forEach(remove));
  // A signal alone would end us without an exit event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Best effort: a process that is just ending may still write or, on Windows, hold a file. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    console.warn(`${folder} could not be removed: ${String(error)}`);
  }
}
