import * as vscode from 'vscode';
import { detect } from '../../core/formats/index.js';
import { LARGE_FILE_BYTES, readWithin } from '../editor/source.js';
import { TABLE_EDITOR, TABLE_EDITOR_OPTION } from '../editor/viewTypes.js';
import type { HostServices } from '../ui/services.js';
import { textHead } from './textHead.js';

/** Context key for menus: the format id of the table in the active editor, be it text or ours; unset for all else. */
const KEY = 'calibrationTables.format';

/** Keeps the context key true to the active editor. */
export function trackFormat(services: HostServices): vscode.Disposable {
  let latest = 0;
  const update = async (): Promise<void> => {
    const mine = ++latest;
    const format = await activeFormat(services);
    if (mine === latest) await vscode.commands.executeCommand('setContext', KEY, format);
  };
  const start = (): void => void update();
  start();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(start),
    vscode.window.tabGroups.onDidChangeTabGroups(start),
    vscode.window.onDidChangeActiveTextEditor(start),
    vscode.workspace.onDidSaveTextDocument(start),
  );
}

async function activeFormat(services: HostServices): Promise<string | undefined> {
  const bytes = await activeBytes(services).catch(() => null);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input as { uri?: vscode.Uri } | undefined;
  const found = bytes && detect(bytes, input?.uri?.path ?? '');
  return found?.kind === 'table' ? found.format.id : undefined;
}

/** Bytes that tell what the active editor shows. */
async function activeBytes(services: HostServices): Promise<Uint8Array | null> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && [TABLE_EDITOR, TABLE_EDITOR_OPTION].includes(input.viewType)) {
    return services.openBytes(input.uri) ?? (await readWithin(input.uri, LARGE_FILE_BYTES)).bytes;
  }
  const document = vscode.window.activeTextEditor?.document;
  return document && input instanceof vscode.TabInputText ? textHead(document) : null;
}
