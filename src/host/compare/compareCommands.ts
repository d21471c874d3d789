import * as vscode from 'vscode';
import type { DiffPanels } from './diffPanels.js';
import { labelOf } from './sides.js';
import type { TextDiffs } from './textDiffs.js';
import { activeFile } from '../ui/activeFile.js';
import { pickTable } from '../ui/pickTable.js';
import { isEntry } from '../../protocol/diff.js';
import { safe, safeText } from '../../core/render/safe.js';
import { askOne } from '../ui/ask.js';
import { registerCommand } from '../ui/commands.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';

/** Context key: a table was chosen with *Select Table for Compare*. */
const SELECTED_KEY = 'calibrationTables.compareSource';

type Pair = readonly [vscode.Uri, vscode.Uri];

/** Two files: from the explorer, from the active editor, or chosen from a list. The first one is the old one. */
export function registerCompareCommands(
  services: HostServices,
  panels: DiffPanels,
  texts: TextDiffs,
): vscode.Disposable {
  const register = (name: string, run: (...args: unknown[]) => Promise<void> | void): vscode.Disposable =>
    registerCommand(services, name, run);
  let selected: vscode.Uri | undefined;
  return vscode.Disposable.from(
    register('compareWith', async (uri, other, base, entry) => {
      const pair = await askedPair(services, uri, other);
      if (pair) panels.show(...pair, { base: uriOf(base), entry: isEntry(entry) ? entry : undefined });
    }),
    register('compareSelected', async (_clicked, files) => {
      const [pair, three] = [pairIn(files), threeIn(files)];
      if (pair) return panels.show(...pair);
      if (!three)
        return void notify(
          'info',
          safe`Select two calibration tables in the explorer, or three of which two come from the third, then compare them.`,
        );
      const base = await askBase(three);
      const [before, after] = three.filter((uri) => uri !== base);
      if (base && before && after) panels.show(before, after, { base });
    }),
    register('selectForCompare', (uri) => {
      selected = uriOf(uri) ?? activeFile();
      void vscode.commands.executeCommand('setContext', SELECTED_KEY, selected !== undefined);
      if (selected) tellInStatusBar(safe`Selected ${labelOf(selected)} for compare`, 5000);
    }),
    register('compareWithSelected', (uri) => {
      const after = uriOf(uri) ?? activeFile();
      if (selected && after) panels.show(selected, after);
      else void notify('info', safe`Choose a table with "Select Table for Compare" first.`);
    }),
    register('compareAsText', async (uri, other) => {
      const pair =
        pairIn(other) ?? pairIn([uri, other]) ?? panels.active?.files ?? (await askedPair(services, uri, other));
      if (pair) await texts.show(...pair);
    }),
  );
}

/** The pair of a command's arguments; what is missing is the active file, or asked for. Undefined: cancelled. */
async function askedPair(services: HostServices, uri: unknown, other: unknown): Promise<Pair | undefined> {
  const before = uriOf(uri) ?? activeFile() ?? (await pickTable(services, safe`Compare: choose the old table`));
  // The explorer hands over all that is selected as the second argument.
  const after =
    before && (uriOf(other) ?? (await pickTable(services, safe`Compare "${labelOf(before)}" with…`, before)));
  return before && after && [before, after];
}

function pairIn(files: unknown): Pair | undefined {
  if (!Array.isArray(files) || files.length !== 2) return undefined;
  const [before, after] = files.map(uriOf);
  return before && after && [before, after];
}

function threeIn(files: unknown): readonly vscode.Uri[] | undefined {
  if (!Array.isArray(files) || files.length !== 3) return undefined;
  const all = files.flatMap((file) => uriOf(file) ?? []);
  return all.length === 3 ? all : undefined;
}

/** Nothing in a list of files says which of them came first. */
async function askBase(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files.map((uri) => ({ label: safeText(labelOf(uri)), uri }));
  const texts = {
    title: safe`Compare three tables`,
    placeHolder: safe`Which one is the base that the other two come from?`,
  };
  return (await askOne(items, texts))?.uri;
}

function uriOf(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri && argument.scheme !== 'webview-panel' ? argument : undefined;
}
