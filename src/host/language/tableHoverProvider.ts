import * as vscode from 'vscode';
import { describeEntry, describeHeader, describeUnread, type Description } from '../../core/render/describe.js';
import { hover } from '../ui/inEditor.js';
import { markdownOf } from './markdown.js';
import { byteOffset, entryAtByte, textOffset } from './offsets.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { textTableOf, type TextTable } from './textTable.js';

const JSON_NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/;

/** What a number in the text means, and what is wrong with it: for caches and for NVDLA's JSON. */
export class TableHoverProvider implements vscode.HoverProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const table = await textTableOf(this.#texts, document);
    if (!table) return null;
    return (
      headerHover(table, document, position) ??
      entryHover(table, document, position) ??
      unreadHover(table, document, position)
    );
  }
}

function headerHover(
  { document: { table }, findings }: TextTable,
  document: vscode.TextDocument,
  { line }: vscode.Position,
): vscode.Hover | null {
  const { range, text } = document.lineAt(line);
  const isHeader = table.header.raw !== null && text === table.header.raw && isFirstContent(document, line);
  return isHeader ? hoverOf(describeHeader(table.header, findings), range) : null;
}

function isFirstContent(document: vscode.TextDocument, line: number): boolean {
  return document.getText(new vscode.Range(0, 0, line, 0)).trim() === '';
}

function entryHover(table: TextTable, document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
  const byte = byteOffset(table.document, document.offsetAt(position));
  const index = entryAtByte(table.document, byte);
  if (index < 0) return null;
  const range =
    table.document.format.storage === 'float32'
      ? document.lineAt(position).range
      : jsonRange(table, index, byte, document, position);
  return range ? hoverOf(describeEntry(table.document.table, index, table.findings), range) : null;
}

function unreadHover(
  { findings }: TextTable,
  document: vscode.TextDocument,
  { line }: vscode.Position,
): vscode.Hover | null {
  const here = findings.filter((item) => item.index === null && item.line === line + 1);
  return here.length > 0 ? hoverOf(describeUnread(here), document.lineAt(line).range) : null;
}

/** In JSON an entry speaks at its name and at its numbers; keys and white space between them stay silent. */
function jsonRange(
  table: TextTable,
  index: number,
  byte: number,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Range | undefined {
  const { nameStart, nameEnd } = table.document.spans;
  const [start, end] = [nameStart[index] ?? 0, nameEnd[index] ?? 0];
  if (byte > end) return document.getWordRangeAtPosition(position, JSON_NUMBER);
  return new vscode.Range(
    document.positionAt(textOffset(table.document, start)),
    document.positionAt(textOffset(table.document, end)),
  );
}

function hoverOf(description: Description, range: vscode.Range): vscode.Hover {
  return hover(markdownOf(description), range);
}
