import * as vscode from 'vscode';
import { fits } from '../../../core/formats/fileNames.js';
import { SURE_NAMES } from '../../../core/formats/tableNames.js';
import { baseName } from '../../ui/baseName.js';
import type { Attendance } from '../attendance.js';
import { detectText } from './textDetection.js';
import type { TextFiles } from './textFiles.js';

/** Formats that hardly anything else looks like: of others, an ordinary list of numbers would be full of findings. */
const SURE_FORMATS: ReadonlySet<string> = new Set(['tensorrt', 'nvdla']);

/** Reads the tables that tabs show as text, so that what is wrong with them is said as one types. */
export function watchTexts(texts: TextFiles, attendance: Attendance): vscode.Disposable {
  const look = (): void => {
    for (const document of vscode.workspace.textDocuments)
      if (isReported(document)) void texts.tableOf(document).then((file) => file && attendance.attend(file));
  };
  look();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
  );
}

/** Whether a tab shows a text of which the findings are problems. */
export function isReported(document: vscode.TextDocument): boolean {
  return isOwnText(document.uri) && hasTextTab(document.uri) && isSurelyTable(document);
}

/** Whether a tab shows a file as text. */
function hasTextTab(uri: vscode.Uri): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.some(
    (input) =>
      (input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()) ||
      (input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString()),
  );
}

/** Versions from git, and what other extensions show, have no problems that could be mended. */
function isOwnText({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

function isSurelyTable(document: vscode.TextDocument): boolean {
  const found = detectText(document);
  return found?.kind === 'table' && (SURE_FORMATS.has(found.format.id) || fits(baseName(document.uri), SURE_NAMES));
}
