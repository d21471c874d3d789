import * as vscode from 'vscode';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import type { DiffPanel } from './diffPanel.js';
import type { DiffPanels } from './diffPanels.js';

/** What the title bar, the keys and the palette do with the comparison in the active tab. */
const COMMANDS: Readonly<Record<string, (panel: DiffPanel) => void>> = {
  nextChange: (panel) => panel.run('next'),
  previousChange: (panel) => panel.run('previous'),
  exportComparison: (panel) => panel.run('export'),
  swapSides: (panel) => panel.swap(),
};

export function registerDiffPanelCommands(services: HostServices, panels: DiffPanels): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([name, run]) =>
      registerCommand(services, name, () => {
        if (panels.active) run(panels.active);
      }),
    ),
  );
}
