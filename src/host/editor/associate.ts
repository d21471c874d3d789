import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { tellInStatusBar } from '../ui/notify.js';

/** From now on files of this name open in this editor, in this workspace or, without one, for the user. */
export async function associate(fileName: string, editor: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('workbench');
  const associations = configuration.inspect<Record<string, string>>('editorAssociations');
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const current = (inWorkspace ? associations?.workspaceValue : associations?.globalValue) ?? {};
  await configuration.update(
    'editorAssociations',
    { ...current, [fileName]: editor },
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
  tellInStatusBar(safe`Set "workbench.editorAssociations" for ${fileName}`, 8000);
}
