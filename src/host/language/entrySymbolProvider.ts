import type * as vscode from 'vscode';
import { safe, safeText } from '../../core/render/safe.js';
import { rangesOf } from '../../core/table/stats.js';
import { symbol } from '../ui/inEditor.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { textTableOf, type TextTable } from './textTable.js';

/** An outline of more entries than this is no outline, and costs the window more than it gives. */
const MOST_ENTRIES = 20_000;

/** Entries of a cache for Outline, breadcrumbs and "Go to Symbol". */
export class EntrySymbolProvider implements vscode.DocumentSymbolProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const table = await textTableOf(this.#texts, document);
    return table && table.document.table.names.length <= MOST_ENTRIES ? symbolsOf(table, document) : [];
  }
}

function symbolsOf({ document: { table, spans } }: TextTable, document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const ranges = rangesOf(table);
  return table.names.map((name, i) => {
    const { range } = document.lineAt((spans.line[i] ?? 1) - 1);
    const detail = safe`±${Number((ranges[i] ?? NaN).toPrecision(4))}`;
    return symbol(safeText(name.trim()), detail, range);
  });
}
