import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tidiedPath } from './session.js';
import { until } from './until.js';
import type { Workbench } from './workbench/workbench.js';
import { type WorkbenchPlace } from './workbench/workbench.js';
import { fillWorkspace, type WorkspaceFiles } from './workspace.js';

/** Opens the extension `tidyUp` of the tests; no key of VS Code or of ours. */
const tidyKey = 'Control+Alt+Shift+F9';

/** How long a window may take to become tidy; one that takes longer is given up for a new one. */
const most = 30_000;

/** The window that a describe left for the next: opening one costs as much as several tests. */
let kept: Workbench | undefined;

export function keepWindow(workbench: Workbench): void {
  kept = workbench;
}

export async function closeKeptWindow(): Promise<void> {
  const workbench = kept;
  kept = undefined;
  await workbench?.close();
}

/** The window that was left, on a fresh copy of the samples and as it was when it opened; undefined when there is none. */
export async function takeKeptWindow(
  place: Omit<WorkbenchPlace, 'url' | 'folder'>,
  files: WorkspaceFiles | undefined,
): Promise<Workbench | undefined> {
  const workbench = kept;
  kept = undefined;
  if (!workbench) return undefined;
  try {
    // Editors go before their files do: they would tell of a change on disk.
    await tidyUp(workbench);
    for (const name of readdirSync(workbench.folder))
      rmSync(join(workbench.folder, name), { recursive: true, force: true, maxRetries: 5 });
    fillWorkspace(workbench.folder, files);
    await tidyUp(workbench);
    return await workbench.again(place);
  } catch (error) {
    console.warn(`A window did not become tidy: ${String(error)}`);
    await workbench.close();
    return undefined;
  }
}

async function tidyUp(workbench: Workbench): Promise<void> {
  const before = lastTidied();
  await until(
    'a tidy window',
    async (attempt) => {
      await workbench.press('Escape', tidyKey);
      return until('the end of tidying up', () => lastTidied() !== before, 3000 * attempt).catch(() => false as const);
    },
    most,
  );
  await until('no open editor', async () => (await workbench.tabs.list()).length === 0, most);
  const names = readdirSync(workbench.folder).sort();
  await until(
    'the files in the explorer',
    async () => names.join('\n') === (await workbench.explorer.names()).sort().join('\n'),
    most,
  );
}

function lastTidied(): string {
  return existsSync(tidiedPath) ? readFileSync(tidiedPath, 'utf8') : '';
}
