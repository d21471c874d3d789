import * as vscode from 'vscode';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import type { OpenFiles } from './openFiles.js';
import { Diagnostics } from './diagnostics.js';
import { TableEditorProvider } from './provider.js';
import { RenamedEdits } from './renamedEdits.js';
import { TABLE_EDITOR, TABLE_EDITOR_OPTION } from './viewTypes.js';

/** Registers the editor under both of its contributions, and what it finds in the Problems panel. */
export function registerTableEditor(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  const options = {
    supportsMultipleEditorsPerDocument: true,
    webviewOptions: { enableFindWidget: false, retainContextWhenHidden: false },
  };
  const renamed = new RenamedEdits(openFiles);
  const register = (viewType: string): vscode.Disposable =>
    vscode.window.registerCustomEditorProvider(
      viewType,
      new TableEditorProvider(services, openFiles, networks, renamed),
      options,
    );
  return vscode.Disposable.from(
    renamed,
    new Diagnostics(openFiles),
    register(TABLE_EDITOR),
    register(TABLE_EDITOR_OPTION),
  );
}
