import * as vscode from 'vscode';
import { registerCommand } from '../../ui/commands.js';
import type { HostServices } from '../../ui/services.js';
import { reopenActive, replacesUnsaved, TEXT_EDITOR } from '../reopen.js';
import { TEXT_TABLE } from '../viewTypes.js';

/**
 * Closes the active table. VS Code would ask about unsaved edits although another tab has the text open, and throw them away there,
 * too: as a second tab of the text it closes without a question. Where an older VS Code would ask about that, too, its one question is left.
 */
export function registerCloseTable(services: HostServices): vscode.Disposable {
  return registerCommand(services, 'closeTable', async () => {
    const { activeTabGroup, all } = vscode.window.tabGroups;
    const { input, isDirty } = activeTabGroup.activeTab ?? {};
    if (isDirty && input instanceof vscode.TabInputCustom && input.viewType === TEXT_TABLE) {
      const others = all.filter((group) => group !== activeTabGroup).flatMap(({ tabs }) => tabs);
      const isElsewhere = others.some(
        (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === input.uri.toString(),
      );
      if (isElsewhere && replacesUnsaved()) await reopenActive(TEXT_EDITOR, input.uri);
    }
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
}
