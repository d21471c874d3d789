import * as vscode from 'vscode';
import type { RuleSettings } from '../../core/check/index.js';

const SECTION = 'calibrationTables';

/** How serious the user wants each rule's findings to be for a file. */
export function ruleSettings(uri: vscode.Uri): RuleSettings {
  return vscode.workspace.getConfiguration(SECTION, uri).get<RuleSettings>('rules', {});
}

/** Tells when {@link ruleSettings} may answer something else. */
export function onDidChangeRules(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.rules`)) listener();
  });
}
