import * as vscode from 'vscode';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { askFile, type Choice } from '../ui/ask.js';
import { askWhileSearching } from '../ui/askWhileSearching.js';
import { baseName } from '../ui/baseName.js';
import { partlySearched } from '../ui/partlySearched.js';
import { NETWORK_EXTENSIONS } from '../../core/naming/networkKinds.js';
import type { NetworkChoices } from './networkChoices.js';
import { t } from '../../core/texts/translate.js';

interface Item extends Choice {
  readonly uri?: vscode.Uri;
  readonly answer?: 'browse' | 'none';
}

/** What else there is to say of the choice. */
export interface NetworkPick {
  /** The label of the choice to go on without one; left out, there is no such choice. */
  readonly without?: SafeText;
  /** Offers build logs, too. */
  readonly logs?: boolean;
  /** Offers ONNX models alone. */
  readonly onlyOnnx?: boolean;
}

/**
 * Lets the user choose a network for a table: the remembered one at once, then those near it, or any by a dialog.
 * @returns the network, null for "without", undefined when the user cancelled
 */
export async function pickNetwork(
  table: vscode.Uri,
  choices: NetworkChoices,
  title: SafeText,
  { without, logs = false, onlyOnnx = false }: NetworkPick = {},
): Promise<vscode.Uri | null | undefined> {
  const fits = ({ path }: vscode.Uri): boolean => !onlyOnnx || /\.onnx$/i.test(path);
  const remembered = [choices.chosen(table)].find((uri) => uri && fits(uri));
  const before = remembered ? [{ ...itemOf(remembered), detail: safe`Chosen for this table before` }] : [];
  const always = others(without);
  const all = choices.near(table).then(({ files, isWhole }): Item[] => {
    const found = files.filter((uri) => fits(uri) && uri.toString() !== remembered?.toString());
    return [...before, ...found.map(itemOf), ...partlySearched(isWhole), ...always];
  });
  const chosen = await askWhileSearching([...before, ...always], all, {
    title,
    placeHolder: onlyOnnx ? safe`Which ONNX model?` : safe`The network tells which entry is which`,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  if (chosen.answer === 'none') return null;
  const network = chosen.uri ?? (await browse(title, logs, onlyOnnx));
  if (network) await choices.remember(table, network);
  return network;
}

/** The choices that need no search. */
function others(without: SafeText | undefined): Item[] {
  const browse: Item = { label: withIcon('folder-opened', safe`Browse…`), answer: 'browse', alwaysShow: true };
  return without === undefined
    ? [browse]
    : [browse, { label: withIcon('circle-slash', without), answer: 'none', alwaysShow: true }];
}

function itemOf(uri: vscode.Uri): Item {
  return {
    label: safeText(baseName(uri)),
    description: safeText(vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'))),
    uri,
  };
}

async function browse(title: SafeText, logs: boolean, onlyOnnx: boolean): Promise<vscode.Uri | undefined> {
  const filters = {
    ...(onlyOnnx ? { [t`ONNX models`]: ['onnx'] } : { Networks: [...NETWORK_EXTENSIONS] }),
    ...(logs && { [t`TensorRT build logs`]: ['log', 'txt'] }),
    [t`All files`]: ['*'],
  };
  return askFile(title, filters);
}
