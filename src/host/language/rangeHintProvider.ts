import type * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { rangeOf } from '../../core/table/quantization.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { inlayHint } from '../ui/inEditor.js';
import { entriesInLines } from '../editor/text/entriesInLines.js';
import { textOffset } from './offsets.js';
import { textTableOf } from './textTable.js';

/** In a text of more entries than this a hint costs more than it gives. */
const MOST_ENTRIES = 20_000;

/** The dynamic range behind each stored scale: the hex of a cache says nothing to people. */
export class RangeHintProvider implements vscode.InlayHintsProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideInlayHints(document: vscode.TextDocument, { start, end }: vscode.Range): Promise<vscode.InlayHint[]> {
    const table = await textTableOf(this.#texts, document);
    if (!table || table.document.table.names.length > MOST_ENTRIES) return [];
    const { spans, table: columns } = table.document;
    if (columns.quantity !== 'scale') return [];
    const [from, to] = entriesInLines(spans, start.line, end.line);
    return Array.from({ length: to - from }, (_, i) => from + i).flatMap((index) => {
      const range = rangeOf(columns.values[index] ?? NaN, columns.quantity);
      // What is no range has a finding instead.
      if (!(range >= 0)) return [];
      const at = document.positionAt(textOffset(table.document, spans.valueEnd[index] ?? 0));
      return [inlayHint(at, safe`±${Number(range.toPrecision(4))}`)];
    });
  }
}
