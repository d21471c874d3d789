import * as vscode from 'vscode';
import type { RuleSettings } from '../../core/check/index.js';
import { limitsOf, type Limit } from '../../core/check/limits.js';

const SECTION = 'calibrationTables';

/** How serious the user wants each rule's findings to be for a file. */
export function ruleSettings(uri: vscode.Uri): RuleSettings {
  return vscode.workspace.getConfiguration(SECTION, uri).get<RuleSettings>('rules', {});
}

/** How large and small the user lets ranges of tensors be, for a file. */
export function limitSettings(uri: vscode.Uri): Limit[] {
  return limitsOf(vscode.workspace.getConfiguration(SECTION, uri).get('limits'));
}

/** Tells when {@link ruleSettings} or {@link limitSettings} may answer something else. */
export function onDidChangeRules(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (['rules', 'limits'].some((key) => event.affectsConfiguration(`${SECTION}.${key}`))) listener();
  });
}
