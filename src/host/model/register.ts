import * as vscode from 'vscode';
import { TransferReports } from '../transfer/transferReports.js';
import { activeFile } from '../ui/activeFile.js';
import { registerCommand, reporting } from '../ui/commands.js';
import { analyzeOtherInputs, askRun, optionsOf } from './analyze.js';
import { calibrate } from './calibrate.js';
import { askDump } from './dumpFiles.js';
import { OUTPUTS_VIEW, OutputsPanels } from './outputsPanels.js';
import type { ModelServices } from './modelServices.js';
import { isSame, stateOf } from './runState.js';
import { keptRun, showDamage } from './tableValues.js';
import { RANK_VIEW, RankPanels } from './rankPanels.js';
import { t } from '../../core/texts/translate.js';

/** *Analyze with Model…*, *Calibrate…* and *Compare Output Dumps…*. The second argument of the first is model and inputs, for callers that know them, or what the table's strip asks for. */
export function registerModel(without: Omit<ModelServices, 'reports'>): vscode.Disposable {
  const { services } = without;
  const reports = new TransferReports(
    t`Calibration`,
    'calibration-tables-calibration',
    t`This report is gone; calibrate again to get a new one.`,
  );
  const shared: ModelServices = { ...without, reports };
  const rankings = new RankPanels(shared, (panel) => analyzeOtherInputs(panel, shared));
  const outputs = new OutputsPanels(shared);
  return vscode.Disposable.from(
    reports,
    vscode.window.registerWebviewPanelSerializer(OUTPUTS_VIEW, outputs),
    vscode.window.registerWebviewPanelSerializer(RANK_VIEW, rankings),
    // A table that was measured before shows it again.
    shared.openFiles.onDidOpen(({ uri }) => void reporting(services, () => showAgain(uri, shared))),
    registerCommand(services, 'analyze', async (uri?: vscode.Uri, argument?: unknown) => {
      if (uri && argument === 'forget') return rankings.forget(uri);
      if (uri && argument === 'show') return void (await rankings.showKept(uri));
      if (uri && argument === 'again') {
        const problem = await (await rankings.showKept(uri)).measure();
        if (problem) throw new Error(problem);
        return;
      }
      const asked = await askRun(uri, optionsOf(argument), shared);
      if (asked) await rankings.show(asked);
    }),
    // The explorer gives the file that was clicked, and all that are selected.
    registerCommand(services, 'compareOutputs', async (uri?: vscode.Uri, selected?: unknown) => {
      const [one, two] = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
      const first = one ? [one] : uri ? [uri] : await askDump('float', undefined);
      const second = first && (two ? [two] : await askDump('INT8', first[0]));
      if (first && second) outputs.show({ first, second });
    }),
    registerCommand(services, 'calibrate', (uri?: vscode.Uri) => calibrate(uri ?? activeFile(), shared)),
  );
}

async function showAgain(table: vscode.Uri, shared: ModelServices): Promise<void> {
  const kept = await keptRun(table, shared);
  if (!kept) return;
  const isOld = !isSame(kept.run.state, await stateOf(kept.run.asked, shared.services));
  showDamage(kept.run, isOld, shared.openFiles);
}
