import * as vscode from 'vscode';
import { NVDLA_COMPILER, TRTEXEC } from '../../../core/build/buildCommand.js';

const SETTINGS = {
  trtexec: { key: 'build.trtexec', usual: TRTEXEC },
  nvdla_compiler: { key: 'build.nvdlaCompiler', usual: NVDLA_COMPILER },
} as const;

export type Builder = keyof typeof SETTINGS;

/** The command that the user names for a builder: an argument array. Settings of a machine: no folder can bring its own. */
export function commandSetting(builder: Builder): readonly string[] {
  const { key, usual } = SETTINGS[builder];
  const value: unknown = vscode.workspace.getConfiguration('calibrationTables').get(key);
  return Array.isArray(value) && value.length > 0 ? value.map(String) : usual;
}

/** Shows the setting. */
export async function openSetting(builder: Builder): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `calibrationTables.${SETTINGS[builder].key}`);
}
