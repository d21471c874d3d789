import * as vscode from 'vscode';
import { fits } from '../../core/formats/fileNames.js';
import { TABLE_NAMES } from '../../core/formats/tableNames.js';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { askFile, heading, type Choice } from './ask.js';
import { askWhileSearching } from './askWhileSearching.js';
import { baseName } from './baseName.js';
import { findByName } from './findByName.js';
import { partlySearched } from './partlySearched.js';
import type { HostServices } from './services.js';

const MOST_FILES = 200;
const OUR_VIEWS = /^calibrationTables\./;

interface FileItem extends Choice {
  readonly uri?: vscode.Uri;
}

/**
 * Lets the user choose a table: those that are open or were lately at once, then files of the workspace with usual names, or any other
 * by a dialog.
 * @param without a table that is no choice: the first of a comparison
 * @returns undefined: cancelled
 */
export async function pickTable(
  { recentTables }: HostServices,
  title: SafeText,
  without?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const taken = new Set(without ? [without.toString()] : []);
  const open = itemsOf(openTables(), taken);
  const recent = itemsOf(recentTables.all, taken);
  const browse: FileItem = { label: withIcon('folder-opened', safe`Browse…`), alwaysShow: true };
  const now = [...under(safe`open`, open), ...under(safe`opened lately`, recent), browse];
  const texts = { title, placeHolder: safe`Choose a file`, matchOnDescription: true };
  const chosen = await askWhileSearching(now, withFound(open, recent, browse, taken, without), texts);
  if (!chosen) return undefined;
  return chosen.uri ?? askFile(title);
}

async function withFound(
  open: readonly FileItem[],
  recent: readonly FileItem[],
  browse: FileItem,
  taken: Set<string>,
  without: vscode.Uri | undefined,
): Promise<FileItem[]> {
  const [{ files, isWhole }, there] = await Promise.all([findByName(TABLE_NAMES, MOST_FILES), thatExist(recent)]);
  const folder = without && folderOf(without);
  // Tables of one network lie together: those beside the first one come first.
  const isFar = ({ uri }: FileItem): number => (uri && folderOf(uri) === folder ? 0 : 1);
  const found = itemsOf(files, taken).sort((a, b) => isFar(a) - isFar(b) || a.label.localeCompare(b.label));
  return [
    ...under(safe`open`, open),
    ...under(safe`opened lately`, there),
    ...under(safe`in the workspace`, found),
    ...partlySearched(isWhole),
    browse,
  ];
}

function under(label: SafeText, items: readonly FileItem[]): FileItem[] {
  return items.length > 0 ? [heading(label), ...items] : [];
}

/** Each file once: what is an item already is none again. */
function itemsOf(uris: readonly vscode.Uri[], taken: Set<string>): FileItem[] {
  const others = uris.filter((uri) => !taken.has(uri.toString()) && taken.add(uri.toString()));
  return others.map((uri) => ({ label: safeText(baseName(uri)), description: folderLabel(uri), uri }));
}

/** What tabs show in our editors, and texts with names of tables. */
function openTables(): vscode.Uri[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  return inputs.flatMap((input) => {
    if (input instanceof vscode.TabInputCustom && OUR_VIEWS.test(input.viewType)) return [input.uri];
    return input instanceof vscode.TabInputText && fits(baseName(input.uri), TABLE_NAMES) ? [input.uri] : [];
  });
}

async function thatExist(items: readonly FileItem[]): Promise<FileItem[]> {
  const exists = await Promise.all(
    items.map(({ uri }) => uri && Promise.resolve(vscode.workspace.fs.stat(uri)).then(Boolean, () => false)),
  );
  return items.filter((_, at) => exists[at]);
}

function folderOf(uri: vscode.Uri): string {
  return vscode.Uri.joinPath(uri, '..').toString();
}

/** The folder as the workspace shows it; nothing for its root. */
function folderLabel(uri: vscode.Uri): SafeText {
  const relative = vscode.workspace.asRelativePath(uri);
  return safeText(relative.slice(0, Math.max(0, relative.lastIndexOf('/'))));
}
