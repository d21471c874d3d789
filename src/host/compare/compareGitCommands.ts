import * as vscode from 'vscode';
import type { DiffPanels } from './diffPanels.js';
import { inCommit, inHead } from '../git/gitVersions.js';
import { pickCommit } from '../git/pickCommit.js';
import { labelOf } from './sides.js';
import { activeFile } from '../ui/activeFile.js';
import { pickTable } from '../ui/pickTable.js';
import { safe } from '../../core/render/safe.js';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';

/** *Compare Table with HEAD*, *… with Commit…* and, from the timeline, *… with This Version*: the version that git has is the old one. */
export function registerCompareGitCommands(services: HostServices, panels: DiffPanels): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(services, 'compareWithHead', async (target: unknown) => {
      const file = await fileOf(services, target);
      if (file) panels.show(await inHead(file), file);
    }),
    registerCommand(services, 'compareWithCommit', async (target: unknown) => {
      const file = await fileOf(services, target);
      const hash = file && (await pickCommit(file, safe`Compare "${labelOf(file)}" with a commit`));
      if (file && hash) panels.show(await inCommit(file, hash), file);
    }),
    registerCommand(services, 'compareWithTimelineItem', async (item: unknown, target: unknown) => {
      const { ref } = (item ?? {}) as { ref?: unknown };
      if (target instanceof vscode.Uri && typeof ref === 'string') panels.show(await inCommit(target, ref), target);
    }),
  );
}

/** The file of a menu, the active one, or a chosen one. */
async function fileOf(services: HostServices, target: unknown): Promise<vscode.Uri | undefined> {
  const file = target instanceof vscode.Uri ? target : undefined;
  return file ?? activeFile() ?? (await pickTable(services, safe`Compare with an earlier version: choose the table`));
}
