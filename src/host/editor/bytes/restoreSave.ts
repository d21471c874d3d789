import * as vscode from 'vscode';
import { spliceBetween } from '../../../core/bytes/splice.js';
import { grouped } from '../../../core/render/counts.js';
import { safe, safeText } from '../../../core/render/safe.js';
import { t } from '../../../core/texts/translate.js';
import { activeFile } from '../../ui/activeFile.js';
import { askOne } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import { registerCommand } from '../../ui/commands.js';
import type { HostServices } from '../../ui/services.js';
import type { OpenFiles } from '../openFiles.js';
import { BytesFile } from './bytesFile.js';
import type { EarlierSaves } from './earlierSaves.js';

/** VS Code's own, for what it keeps the saves of. */
const LOCAL_HISTORY = 'workbench.action.localHistory.restoreViaPicker';

/** *Restore Earlier Save…*: what a table was comes back as an edit that can be undone, and is not saved by itself. */
export function registerRestoreSave(
  services: HostServices,
  openFiles: OpenFiles,
  saves: EarlierSaves,
): vscode.Disposable {
  return registerCommand(services, 'restoreEarlierSave', async () => {
    const uri = activeFile();
    const file = uri && openFiles.fileOf(uri);
    if (!file) throw new Error(t`Open a calibration table first.`);
    // Saves of a text are in VS Code's Local History.
    if (file instanceof BytesFile) await restore(file, saves);
    else await vscode.commands.executeCommand(LOCAL_HISTORY);
  });
}

async function restore(file: BytesFile, saves: EarlierSaves): Promise<void> {
  const kept = await saves.of(file.uri);
  if (kept.length === 0)
    throw new Error(t`No save of "${baseName(file.uri)}" is kept yet: the first is with the next save.`);
  const choices = kept.map(({ uri, time, size }) => ({
    label: safeText(time.toLocaleString(vscode.env.language)),
    description: safe`${grouped(size)} bytes`,
    uri,
  }));
  const chosen = await askOne(choices, {
    title: safe`Restore an earlier save of ${baseName(file.uri)}`,
    placeHolder: safe`It comes back as an edit that can be undone`,
  });
  if (!chosen) return;
  const earlier = await vscode.workspace.fs.readFile(chosen.uri);
  const problem = await file.change(
    ({ bytes }) => ({ splice: spliceBetween(bytes, earlier) }),
    t`Restore Earlier Save`,
    file.revision,
  );
  if (problem !== null) throw new Error(problem);
}
