import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { GRID_COMMANDS } from '../../protocol/common.js';
import { registerCommand } from '../ui/commands.js';
import { notify } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';

/** The commands of the menu over rows and columns: the view that the user is in does them with what is selected there. */
export function registerGridCommands(services: HostServices): vscode.Disposable {
  const commands = GRID_COMMANDS.map((command) =>
    registerCommand(services, `grid.${command}`, async () => {
      const view = services.views.active;
      if (!view)
        return void notify('info', safe`Open a calibration table, or a comparison, and select something in it first.`);
      const text = command === 'paste' ? { text: await vscode.env.clipboard.readText() } : {};
      view.post({ type: 'grid', command, ...text });
    }),
  );
  return vscode.Disposable.from(...commands);
}
