/** Reaching an entry in the other view of its file: VS Code gives a custom editor no position, so this goes by our own means. */
import * as vscode from 'vscode';
import { entryRange } from './entryText.js';
import type { OpenFiles } from './openFiles.js';
import type { TableFile } from './tableFile.js';
import { entriesInLines } from './text/entriesInLines.js';
import type { TableView } from './view.js';

/** The entry that is selected in the table of a file; null where none is. */
export function selectedEntry(file: TableFile, openFiles: OpenFiles): number | null {
  const views = openFiles.viewsOf(file);
  return (views.find(({ panel }) => panel.active) ?? views[0])?.selected ?? null;
}

/** The line (from 0) of the cursor in the text of a file, where a text editor shows it. */
export function cursorLine(uri: vscode.Uri): number | null {
  const same = ({ document }: vscode.TextEditor): boolean => document.uri.toString() === uri.toString();
  const active = vscode.window.activeTextEditor;
  const editor = active && same(active) ? active : vscode.window.visibleTextEditors.find(same);
  return editor?.selection.active.line ?? null;
}

/** Selects an entry in the text, in the active group. */
export async function showEntryInText({ content, uri }: TableFile, entry: number): Promise<void> {
  if (content.kind !== 'table') return;
  await vscode.window.showTextDocument(uri, { selection: entryRange(content.document, entry) });
}

/** Selects the entry of a line (from 0) in the table, once that is open; a line without an entry leaves it as it is. */
export async function showLineInTable(uri: vscode.Uri, line: number, openFiles: OpenFiles): Promise<void> {
  const view = await viewOf(uri, openFiles);
  const { content } = view.file;
  if (content.kind !== 'table') return;
  const [from, to] = entriesInLines(content.document.spans, line, line);
  // In JSON an entry takes several lines: its name stands in the first.
  const entry = from < to ? from : from - 1;
  if (entry >= 0) view.reveal(entry);
}

/** The table of a file that is open, or is about to be. */
function viewOf(uri: vscode.Uri, openFiles: OpenFiles): Promise<TableView> {
  const find = (): TableView | undefined => {
    const file = openFiles.fileOf(uri);
    return file && openFiles.viewsOf(file)[0];
  };
  return new Promise((done) => {
    const there = find();
    if (there) return done(there);
    const subscription = openFiles.onDidChangeViews(() => {
      const view = find();
      if (!view) return;
      subscription.dispose();
      done(view);
    });
  });
}
