import * as vscode from 'vscode';
import { withoutChoices } from '../../core/formats/fileNames.js';
import { TABLE_NAMES } from '../../core/formats/tableNames.js';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { askFile, askOne, type Choice } from './ask.js';
import { baseName } from './baseName.js';

/** Names that tables usually have; only a list to choose from, content decides later. */
const USUAL_NAMES = `**/{${TABLE_NAMES.flatMap(withoutChoices).join(',')}}`;
const MOST_FILES = 200;

interface FileItem extends Choice {
  readonly uri?: vscode.Uri;
}

/** Lets the user choose a table: files of the workspace with usual names, or any other by a dialog. Undefined: cancelled. */
export async function pickTable(title: SafeText, without?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const browse: FileItem = { label: withIcon('folder-opened', safe`Browse…`), alwaysShow: true };
  const items = tableItems(without).then((found): FileItem[] => [...found, browse]);
  const chosen = await askOne(items, { title, placeHolder: safe`Choose a file`, matchOnDescription: true });
  if (!chosen) return undefined;
  return chosen.uri ?? askFile(title);
}

async function tableItems(without: vscode.Uri | undefined): Promise<FileItem[]> {
  const found = await vscode.workspace.findFiles(USUAL_NAMES, '**/node_modules/**', MOST_FILES);
  const folder = without && folderOf(without);
  // Tables of one network lie together: those beside the first one come first.
  const isFar = ({ uri }: FileItem): number => (uri && folderOf(uri) === folder ? 0 : 1);
  return found
    .filter((uri) => uri.toString() !== without?.toString())
    .map((uri): FileItem => ({ label: safeText(baseName(uri)), description: folderLabel(uri), uri }))
    .sort((a, b) => isFar(a) - isFar(b) || a.label.localeCompare(b.label));
}

function folderOf(uri: vscode.Uri): string {
  return vscode.Uri.joinPath(uri, '..').toString();
}

/** The folder as the workspace shows it; nothing for its root. */
function folderLabel(uri: vscode.Uri): SafeText {
  const relative = vscode.workspace.asRelativePath(uri);
  return safeText(relative.slice(0, Math.max(0, relative.lastIndexOf('/'))));
}
