import * as vscode from 'vscode';
import { registerCommand } from '../ui/commands.js';
import { analyzeOtherInputs, askRun, optionsOf } from './analyze.js';
import type { ModelServices } from './modelServices.js';
import { RANK_VIEW, RankPanels } from './rankPanels.js';

/** *Analyze with Model…*. The second argument is model and inputs, for callers that know them. */
export function registerModel(shared: ModelServices): vscode.Disposable {
  const { services } = shared;
  const rankings = new RankPanels(shared, (panel) => analyzeOtherInputs(panel, shared));
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(RANK_VIEW, rankings),
    registerCommand(services, 'analyze', async (uri?: vscode.Uri, argument?: unknown) => {
      const asked = await askRun(uri, optionsOf(argument), shared);
      if (asked) await rankings.show(asked);
    }),
  );
}
