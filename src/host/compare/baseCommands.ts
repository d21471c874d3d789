import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { registerCommand } from '../ui/commands.js';
import { notify } from '../ui/notify.js';
import { pickTable } from '../ui/pickTable.js';
import type { HostServices } from '../ui/services.js';
import type { DiffPanel } from './diffPanel.js';
import type { DiffPanels } from './diffPanels.js';
import { inCommit } from '../git/gitVersions.js';
import { GIT_SCHEME, onDisk } from '../git/gitUri.js';
import { pickCommit } from '../git/pickCommit.js';
import { labelOf } from './sides.js';

/** *Add Base to Comparison…*, a table or a commit's version of one, and *Remove Base from Comparison*. */
export function registerBaseCommands(services: HostServices, panels: DiffPanels): vscode.Disposable {
  const register = (name: string, run: (panel: DiffPanel) => Promise<void> | void): vscode.Disposable =>
    registerCommand(services, name, () => {
      if (panels.active) return run(panels.active);
      return void notify('info', safe`Compare two tables first, then add the one that both come from.`);
    });
  return vscode.Disposable.from(
    register('addBase', async (panel) => {
      const title = safe`Which table do "${labelOf(panel.files[0])}" and "${labelOf(panel.files[1])}" come from?`;
      const base = await pickTable(services, title, ...panel.files);
      if (base) panel.base = base;
    }),
    register('addBaseFromCommit', async (panel) => {
      const either = onDisk(panel.files);
      // Both may be versions that git has; what is no file at all is told by who looks for its commits.
      const file = either.scheme === GIT_SCHEME ? vscode.Uri.file(either.path) : either;
      const hash = await pickCommit(file, safe`Base of the comparison: "${labelOf(file)}" in a commit`);
      if (hash) panel.base = await inCommit(file, hash);
    }),
    register('removeBase', (panel) => {
      if (panel.base) panel.base = null;
      else void notify('info', safe`This comparison has no base.`);
    }),
  );
}
