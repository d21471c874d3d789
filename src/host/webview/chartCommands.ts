import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { CHART_COMMANDS } from '../../protocol/common.js';
import { registerCommand } from '../ui/commands.js';
import { notify } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';

/** The commands of the menu over a chart: the view that the user is in has its picture and its numbers. */
export function registerChartCommands(services: HostServices): vscode.Disposable {
  const commands = CHART_COMMANDS.map((command) =>
    registerCommand(services, `chart.${command}`, () => {
      const view = services.views.active;
      if (view) view.post({ type: 'chart', command });
      else void notify('info', safe`Open a view with a chart first.`);
    }),
  );
  return vscode.Disposable.from(...commands);
}
