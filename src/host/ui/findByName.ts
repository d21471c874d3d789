import * as vscode from 'vscode';
import { fits, withoutChoices } from '../../core/formats/fileNames.js';
import { after } from './after.js';

/** What a search found; `isWhole` is false where it was given up before all folders were looked at. */
export interface Found {
  readonly files: readonly vscode.Uri[];
  readonly isWhole: boolean;
}

/** A search of VS Code's own takes a fraction of this, but on a file system that has none it never answers. */
const SEARCH_MS = 1500;
const WALK_MS = 4000;
const MOST_FOLDERS = 2000;

/**
 * Files of the workspace whose names fit globs: by VS Code's search, and where that does not answer by walking the folders.
 * @param within a folder to look in instead
 */
export async function findByName(names: readonly string[], most: number, within?: vscode.Uri): Promise<Found> {
  const folders = within ? [within] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found = await Promise.all(folders.map((uri) => inFolder(uri, names, most)));
  return { files: found.flatMap(({ files }) => files), isWhole: found.every(({ isWhole }) => isWhole) };
}

async function inFolder(folder: vscode.Uri, names: readonly string[], most: number): Promise<Found> {
  const giveUp = new vscode.CancellationTokenSource();
  const pattern = new vscode.RelativePattern(folder, `**/{${names.flatMap(withoutChoices).join(',')}}`);
  const search = vscode.workspace.findFiles(pattern, '**/node_modules/**', most, giveUp.token);
  const files = await Promise.race([search, after(SEARCH_MS, undefined)]);
  if (files) return { files, isWhole: files.length < most };
  giveUp.cancel();
  giveUp.dispose();
  return walk(folder, names, most);
}

/** Looks into folders one level after the other: what lies near the top is found first. */
async function walk(top: vscode.Uri, names: readonly string[], most: number): Promise<Found> {
  const end = Date.now() + WALK_MS;
  const files: vscode.Uri[] = [];
  let looked = 0;
  for (let level = [top]; level.length > 0;) {
    const isOver = Date.now() > end || files.length >= most || looked + level.length > MOST_FOLDERS;
    if (isOver) return { files: files.slice(0, most), isWhole: false };
    looked += level.length;
    const entries = (await Promise.all(level.map(entriesOf))).flat();
    files.push(...entries.filter(({ name, isFolder }) => !isFolder && fits(name, names)).map(({ uri }) => uri));
    level = entries.filter(({ name, isFolder }) => isFolder && !/^(\.|node_modules$)/.test(name)).map(({ uri }) => uri);
  }
  return { files: files.slice(0, most), isWhole: files.length <= most };
}

interface Entry {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly isFolder: boolean;
}

/** Links are not followed: some lead back to where they stand. */
async function entriesOf(folder: vscode.Uri): Promise<Entry[]> {
  const entries = await Promise.race([vscode.workspace.fs.readDirectory(folder), after(WALK_MS, [])]).then(
    (listed) => listed,
    () => [],
  );
  return entries.map(([name, type]) => ({
    uri: vscode.Uri.joinPath(folder, name),
    name,
    isFolder: type === vscode.FileType.Directory,
  }));
}
