import * as vscode from 'vscode';
import { changeText } from '../../core/diff/changeText.js';
import { safe, safeText } from '../../core/render/safe.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { codeLens } from '../ui/inEditor.js';
import { t } from '../../core/texts/translate.js';

/** Over a table's text in a diff: what changed, and how to the comparison of the tables. */
export class ChangeLensProvider implements vscode.CodeLensProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const pair = pairOf(document.uri);
    if (!pair) return [];
    const original = await vscode.workspace.openTextDocument(pair.original);
    const [before, after] = await Promise.all([this.#texts.tableOf(original), this.#texts.tableOf(document)]);
    if (before?.content.kind !== 'table' || after?.content.kind !== 'table') return [];
    const text = changeText(before.content.document.table, after.content.document.table);
    const title = text === null ? safe`Compare as tables` : safeText(t`${text} · Compare as tables`);
    return [codeLens(0, title, 'calibrationTables.compareWith', pair.original, pair.modified)];
  }
}

/** The two sides of the diff that shows a text on its right. */
function pairOf(uri: vscode.Uri): vscode.TabInputTextDiff | undefined {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  return inputs.find(
    (input) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
  ) as vscode.TabInputTextDiff | undefined;
}
