import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import { notify } from '../../ui/notify.js';
import type { TransferReport } from '../transferReports.js';
import type { Shared } from '../transferShared.js';
import { checkMany } from './checkMany.js';
import { convertMany } from './convertMany.js';
import { portMany } from './portMany.js';

type Many = (files: readonly vscode.Uri[], shared: Shared) => Promise<TransferReport | undefined>;

/** *Convert Tables…*, *Check Tables* and *Port Tables…*: what is selected in the explorer, with one summary. */
export function registerManyCommands(shared: Shared): vscode.Disposable {
  const register = (name: string, many: Many): vscode.Disposable =>
    registerCommand(
      shared.services,
      name,
      async (_clicked: unknown, selected: unknown): Promise<string | undefined> => {
        const files = Array.isArray(selected) ? selected.filter((file) => file instanceof vscode.Uri) : [];
        if (files.length === 0) return void notify('info', safe`Select calibration tables in the explorer first.`);
        const report = await many(files, shared);
        if (report) void shared.reports.tell(report, {});
        return report?.details;
      },
    );
  return vscode.Disposable.from(
    register('convertMany', convertMany),
    register('checkMany', checkMany),
    register('portMany', portMany),
  );
}
