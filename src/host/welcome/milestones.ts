import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';

/** Context key for the walkthrough: a table has been edited in this window. */
const EDITED = 'calibrationTables.edited';

/** Says once that a table was edited; what else the walkthrough's steps wait for are commands, and keys that menus ask for, too. */
export function trackMilestones(openFiles: OpenFiles): vscode.Disposable {
  const listener = openFiles.onDidChange((uri) => {
    if (!openFiles.fileOf(uri)?.isDirty) return;
    listener.dispose();
    void vscode.commands.executeCommand('setContext', EDITED, true);
  });
  return listener;
}
