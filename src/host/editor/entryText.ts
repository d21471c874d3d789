import * as vscode from 'vscode';
import { byteText } from '../../core/bytes/bytes.js';
import { counted } from '../../core/render/counts.js';
import { safe } from '../../core/render/safe.js';
import type { TableDocument } from '../../core/formats/format.js';
import { tellInStatusBar } from '../ui/notify.js';
import type { TableFile } from './tableFile.js';
import { t } from '../../core/texts/translate.js';

/** Puts entries on the clipboard as the file spells them, one a line. */
export async function copyEntries({ content }: TableFile, entries: readonly number[]): Promise<void> {
  if (content.kind !== 'table') return;
  const { bytes, spans } = content.document;
  const decoder = new TextDecoder();
  const lines = entries.map((entry) => decoder.decode(bytes.subarray(spans.start[entry], spans.end[entry])));
  await vscode.env.clipboard.writeText(lines.join('\n'));
  tellInStatusBar(safe`Copied ${counted(lines.length, t`line`, t`lines`)} of the file`, 3000);
}

/** Opens the file as text at the first of some entries. */
export async function showInText(file: TableFile, [entry]: readonly number[]): Promise<void> {
  const { content } = file;
  if (content.kind !== 'table' || entry === undefined) return;
  await showBeside(file, entryRange(content.document, entry));
}

/** Opens the file as text at a line, from 1. */
export async function showLine(file: TableFile, line: number): Promise<void> {
  await showBeside(file, new vscode.Range(line - 1, 0, line - 1, 0));
}

async function showBeside({ uri }: TableFile, selection: vscode.Range): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, selection, preview: true });
}

/** Where an entry stands, as the text editor counts: lines from 0, characters in UTF-16. */
export function entryRange({ bytes, spans }: TableDocument, entry: number): vscode.Range {
  const line = (spans.line[entry] ?? 1) - 1;
  const [start, end] = [spans.start[entry] ?? 0, spans.end[entry] ?? 0];
  const from = bytes.lastIndexOf(10, start - 1) + 1;
  const before = new TextDecoder().decode(bytes.subarray(from, start)).length;
  const whole = byteText(bytes.subarray(start, end)).includes('\n');
  const length = whole ? 0 : new TextDecoder().decode(bytes.subarray(start, end)).length;
  return new vscode.Range(line, before, line, before + length);
}
