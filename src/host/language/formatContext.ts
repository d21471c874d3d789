import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { isOurs } from '../editor/viewTypes.js';
import { detectText } from '../editor/text/textDetection.js';

/** Context key for menus: the format id of the table in the active editor, be it text or ours; `none` for all else; unset while we sleep, and for what VS Code shows no text of (models), so that names decide. */
const KEY = 'calibrationTables.format';

const NO_TABLE = 'none';

/** Keeps the context key true to the active editor. */
export function trackFormat(openFiles: OpenFiles): vscode.Disposable {
  let shown: string | null | undefined = null;
  const update = (): void => {
    const format = isUnseen(activeInput()) ? undefined : (activeFormat(openFiles) ?? NO_TABLE);
    if (format !== shown) void vscode.commands.executeCommand('setContext', KEY, format);
    shown = format;
  };
  update();
  return vscode.Disposable.from(
    openFiles.onDidOpen(update),
    openFiles.onDidChange(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidSaveTextDocument(update),
  );
}

function activeFormat(openFiles: OpenFiles): string | undefined {
  const input = activeInput();
  if (input instanceof vscode.TabInputCustom && isOurs(input.viewType)) {
    const content = openFiles.fileOf(input.uri)?.content;
    return content?.kind === 'table' ? content.document.format.id : undefined;
  }
  const uri = textOf(input);
  const document = uri && vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const found = document && detectText(document);
  return found?.kind === 'table' ? found.format.id : undefined;
}

function activeInput(): unknown {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
}

/** A tab of the text editor without a text: binary bytes, of which it shows that they are. */
function isUnseen(input: unknown): boolean {
  if (!(input instanceof vscode.TabInputText)) return false;
  return !vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === input.uri.toString());
}

/** What a tab shows as text, be it in a diff; by the tab, as no text editor is active while the focus is in the sidebar. */
function textOf(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}
