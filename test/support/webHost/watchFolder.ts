import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How often a folder is looked at. Node's own watching loses folders that are removed and made again, as between tests. */
const PERIOD_MS = 150;

export interface FileChange {
  readonly type: 'Created' | 'Changed' | 'Deleted';
  readonly path: string;
}

/** Tells of files and folders below a folder that come, go and change. Answers what ends it. */
export function watchFolder(folder: string, tell: (change: FileChange) => void): () => void {
  let before = stateOf(folder);
  const timer = setInterval(() => {
    const now = stateOf(folder);
    for (const path of before.keys()) if (!now.has(path)) tell({ type: 'Deleted', path });
    for (const [path, state] of now) {
      const known = before.get(path);
      if (known !== state) tell({ type: known === undefined ? 'Created' : 'Changed', path });
    }
    before = now;
  }, PERIOD_MS);
  return () => clearInterval(timer);
}

/** What changes when a file does, by path. */
function stateOf(folder: string): Map<string, string> {
  const state = new Map<string, string>();
  for (const path of listed(folder)) {
    const entry = statSync(join(folder, path), { throwIfNoEntry: false });
    if (entry) state.set(join(folder, path), entry.isDirectory() ? '' : `${entry.mtimeMs} ${entry.size} ${entry.ino}`);
  }
  return state;
}

/** The folder of a test that is over is gone, and so may be one below it while it is read. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
