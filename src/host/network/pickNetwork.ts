import * as vscode from 'vscode';
import { STAY } from '../ui/ask.js';
import { NETWORK_EXTENSIONS } from '../../core/network/index.js';
import type { NetworkChoices } from './networkChoices.js';

interface Item extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
  readonly answer?: 'browse' | 'none';
}

/**
 * Lets the user choose a network for a table: the remembered one first, then those near it, or any by a dialog.
 * @param without the label of the choice to go on without one; left out, there is no such choice
 * @returns the network, null for "without", undefined when the user cancelled
 */
export async function pickNetwork(
  table: vscode.Uri,
  choices: NetworkChoices,
  title: string,
  without?: string,
  logs = false,
): Promise<vscode.Uri | null | undefined> {
  const chosen = await vscode.window.showQuickPick<Item>(items(table, choices, without), {
    ...STAY,
    title,
    placeHolder: 'The network tells which entry is which',
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  if (chosen.answer === 'none') return null;
  const network = chosen.uri ?? (await browse(title, logs));
  if (network) await choices.remember(table, network);
  return network;
}

async function items(table: vscode.Uri, choices: NetworkChoices, without: string | undefined): Promise<Item[]> {
  const remembered = choices.chosen(table);
  const near = await choices.near(table);
  const others = near.filter((uri) => uri.toString() !== remembered?.toString());
  return [
    ...(remembered ? [{ ...itemOf(remembered), detail: 'Chosen for this table before' }] : []),
    ...others.map(itemOf),
    { label: '$(folder-opened) Browse…', answer: 'browse', alwaysShow: true },
    ...(without === undefined
      ? []
      : [{ label: `$(circle-slash) ${without}`, answer: 'none', alwaysShow: true } as const]),
  ];
}

function itemOf(uri: vscode.Uri): Item {
  return {
    label: uri.path.split('/').pop() ?? '',
    description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..')),
    uri,
  };
}

async function browse(title: string, logs: boolean): Promise<vscode.Uri | undefined> {
  const filters = {
    Networks: [...NETWORK_EXTENSIONS],
    ...(logs && { 'TensorRT build logs': ['log', 'txt'] }),
    'All files': ['*'],
  };
  return (await vscode.window.showOpenDialog({ title, canSelectMany: false, filters }))?.[0];
}
