import * as vscode from 'vscode';
import { startsLikeBuild } from '../../core/build/startsLikeBuild.js';
import { utf8Text } from '../../core/bytes/utf8.js';
import { textHead } from '../editor/text/textHead.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { isOurs } from '../editor/viewTypes.js';
import { detectText } from '../editor/text/textDetection.js';

/** Context key for menus: the format id of the table in the active editor, be it text or ours; `none` for all else; unset while we sleep, and for what VS Code shows no text of (models), so that names decide. */
const KEY = 'calibrationTables.format';

const NO_TABLE = 'none';

/** Whether the active text is what a build has left, by its content; unset while we sleep, so that names decide. */
const BUILD_KEY = 'calibrationTables.isBuild';

/** Texts that builds leave are of these, as far as VS Code knows. */
const BUILD_LANGUAGES = ['log', 'json', 'jsonc', 'plaintext'];

/** Keeps the context key true to the active editor. */
export function trackFormat(openFiles: OpenFiles): vscode.Disposable {
  let shown: string | null | undefined = null;
  let isBuildShown: boolean | null = null;
  const update = (): void => {
    const format = isUnseen(activeInput()) ? undefined : (activeFormat(openFiles) ?? NO_TABLE);
    if (format !== shown) void vscode.commands.executeCommand('setContext', KEY, format);
    shown = format;
    const isBuild = isActiveBuild();
    if (isBuild !== isBuildShown) void vscode.commands.executeCommand('setContext', BUILD_KEY, isBuild);
    isBuildShown = isBuild;
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
  const document = activeText();
  const found = document && detectText(document);
  return found?.kind === 'table' ? found.format.id : undefined;
}

const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly isBuild: boolean }>();

/** Found out once a version of a text. */
function isActiveBuild(): boolean {
  const document = activeText();
  if (!document || !BUILD_LANGUAGES.includes(document.languageId)) return false;
  const answer = known.get(document);
  if (answer?.version === document.version) return answer.isBuild;
  const isBuild = startsLikeBuild(utf8Text(textHead(document)));
  known.set(document, { version: document.version, isBuild });
  return isBuild;
}

function activeText(): vscode.TextDocument | undefined {
  const uri = textOf(activeInput());
  return uri && vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
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
