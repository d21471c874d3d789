import * as vscode from 'vscode';
import { activeFile } from '../ui/activeFile.js';
import { baseName } from '../ui/baseName.js';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import { associate } from './associate.js';
import { tableEditorFor } from './tableEditorFor.js';

/** *Always Open as Tables*: from now on a click on a file of this name opens the table. */
export function registerAlwaysOpen(services: HostServices): vscode.Disposable {
  return registerCommand(services, 'alwaysOpenAsTables', async (target: unknown) => {
    const uri = target instanceof vscode.Uri ? target : activeFile();
    if (!uri) return;
    await associate(baseName(uri), tableEditorFor(uri, services));
    await vscode.commands.executeCommand('calibrationTables.openAsTable', uri);
  });
}
