import * as vscode from 'vscode';
import { fits } from '../../core/formats/fileNames.js';
import { TABLE_NAMES } from '../../core/formats/tableNames.js';
import { counted } from '../../core/render/counts.js';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { askFile, heading, type Choice } from './ask.js';
import { askWhileSearching } from './askWhileSearching.js';
import { baseName } from './baseName.js';
import { findByName } from './findByName.js';
import { likenessOf, namesIn, type Likeness } from './likeness.js';
import { partlySearched } from './partlySearched.js';
import type { HostServices } from './services.js';
import { t } from '../../core/texts/translate.js';

const MOST_FILES = 200;
/** View types of our editors: by name, by choice, over text and over bytes. */
const OUR_VIEWS = /^(calibrationTables\.|Calibration Table)/;

interface FileItem extends Choice {
  readonly uri?: vscode.Uri;
}

/**
 * Lets the user choose a table: those that are open or were lately at once, then files of the workspace with usual names, or any other
 * by a dialog.
 * @param without tables that are no choice: the first of a comparison; what has most names of the first of them comes first
 * @returns undefined: cancelled
 */
export async function pickTable(
  { recentTables }: HostServices,
  title: SafeText,
  ...without: readonly vscode.Uri[]
): Promise<vscode.Uri | undefined> {
  const taken = new Set(without.map(String));
  const open = itemsOf(openTables(), taken);
  const recent = itemsOf(recentTables.all, taken);
  const browse: FileItem = { label: withIcon('folder-opened', safe`Browse…`), alwaysShow: true };
  const now = [...under(safe`open`, open), ...under(safe`opened lately`, recent), browse];
  const texts = { title, placeHolder: safe`Choose a file`, matchOnDescription: true };
  const chosen = await askWhileSearching(now, withFound(open, recent, browse, taken, without[0]), texts);
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
  const [{ files, isWhole }, there, names] = await Promise.all([
    findByName(TABLE_NAMES, MOST_FILES),
    thatExist(recent),
    without ? namesIn(without) : null,
  ]);
  const folder = without && folderOf(without);
  const [found, strangers] = await Promise.all([
    ranked(
      files.filter((uri) => !taken.has(uri.toString())),
      names,
      folder,
    ),
    strangersAmong([...open, ...there], names, folder),
  ]);
  const isLikely = (item: FileItem): boolean => !strangers.includes(item);
  return [
    ...under(safe`open`, open.filter(isLikely)),
    ...under(safe`opened lately`, there.filter(isLikely)),
    ...under(safe`in the workspace`, found),
    ...under(safe`no name in common`, strangers),
    ...partlySearched(isWhole),
    browse,
  ];
}

/** Tables of other networks elsewhere: that they are open makes them no likelier than what is found. */
async function strangersAmong(
  items: readonly FileItem[],
  names: ReadonlySet<string> | null,
  folder: string | undefined,
): Promise<readonly FileItem[]> {
  const alike = await likenessOf(
    items.flatMap(({ uri }) => uri ?? []),
    names,
  );
  const strange = alike.filter(({ uri, shared }) => shared === 0 && folderOf(uri) !== folder).map(({ uri }) => uri);
  return items.filter(({ uri }) => uri && strange.includes(uri));
}

/** Tables alone, those first that have most names of the table that they are chosen for, then those that lie beside it. */
async function ranked(
  files: readonly vscode.Uri[],
  names: ReadonlySet<string> | null,
  folder: string | undefined,
): Promise<FileItem[]> {
  const isFar = ({ uri }: Likeness): number => (folderOf(uri) === folder ? 0 : 1);
  const tables = (await likenessOf(files, names)).filter(({ isTable }) => isTable);
  return tables
    .sort(
      (a, b) =>
        (b.shared ?? 0) - (a.shared ?? 0) || isFar(a) - isFar(b) || baseName(a.uri).localeCompare(baseName(b.uri)),
    )
    .map(({ uri, shared }) => {
      const item = itemOf(uri);
      const inCommon = shared ? safe`${counted(shared, t`name`, t`names`)} in common` : undefined;
      return inCommon ? { ...item, description: joined(item.description, inCommon) } : item;
    });
}

function joined(folder: SafeText | undefined, inCommon: SafeText): SafeText {
  return folder ? safe`${folder} · ${inCommon}` : inCommon;
}

function under(label: SafeText, items: readonly FileItem[]): FileItem[] {
  return items.length > 0 ? [heading(label), ...items] : [];
}

/** Each file once: what is an item already is none again. */
function itemsOf(uris: readonly vscode.Uri[], taken: Set<string>): FileItem[] {
  const others = uris.filter((uri) => !taken.has(uri.toString()) && taken.add(uri.toString()));
  return others.map(itemOf);
}

function itemOf(uri: vscode.Uri): FileItem {
  return { label: safeText(baseName(uri)), description: folderLabel(uri), uri };
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
