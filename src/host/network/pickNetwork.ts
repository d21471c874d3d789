import * as vscode from 'vscode';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { askFile, type Choice } from '../ui/ask.js';
import { askWhileSearching } from '../ui/askWhileSearching.js';
import { baseName } from '../ui/baseName.js';
import { findByName } from '../ui/findByName.js';
import { partlySearched } from '../ui/partlySearched.js';
import { BUILD_NAMES } from '../../core/build/fileNames.js';
import { NETWORK_EXTENSIONS } from '../../core/naming/networkKinds.js';
import type { NetworkChoices } from './networkChoices.js';
import { t } from '../../core/texts/translate.js';

/** More files with usual names of logs in one folder are no choice any more. */
const MOST_BUILDS = 50;

interface Item extends Choice {
  readonly uri?: vscode.Uri;
  readonly answer?: 'browse' | 'none';
}

/** What else there is to say of the choice. */
export interface NetworkPick {
  /** The label of the choice to go on without one; left out, there is no such choice. */
  readonly without?: SafeText;
  /** Offers what builds left beside the table, too. */
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
  const all = Promise.all([choices.near(table), logs ? buildsBeside(table) : []]).then(
    ([{ files, isWhole }, builds]): Item[] => {
      const isNew = (uri: vscode.Uri): boolean => uri.toString() !== remembered?.toString();
      const found = files.filter((uri) => fits(uri) && isNew(uri)).map(itemOf);
      const left = builds.filter(isNew).map((uri) => ({ ...itemOf(uri), detail: safe`What a build left` }));
      return [...before, ...found, ...left, ...partlySearched(isWhole), ...always];
    },
  );
  const chosen = await askWhileSearching([...before, ...always], all, {
    title,
    placeHolder: onlyOnnx
      ? safe`Which ONNX model?`
      : logs
        ? safe`The network, or what a build left, tells which entries there should be`
        : safe`The network tells which entry is which`,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  if (chosen.answer === 'none') return null;
  const network = chosen.uri ?? (await browse(title, logs, onlyOnnx));
  if (network) await choices.remember(table, network);
  return network;
}

/** What builds left in the folder of a table: what lies further away is seldom of its network. */
async function buildsBeside(table: vscode.Uri): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(table, '..');
  const { files } = await findByName(BUILD_NAMES, MOST_BUILDS, folder);
  const isBeside = (uri: vscode.Uri): boolean => vscode.Uri.joinPath(uri, '..').toString() === folder.toString();
  return files.filter(isBeside).sort((a, b) => a.path.localeCompare(b.path));
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
