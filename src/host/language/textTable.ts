import type * as vscode from 'vscode';
import type { Finding } from '../../core/check/index.js';
import type { TableDocument } from '../../core/formats/format.js';
import { findingsOf } from '../editor/findings.js';
import type { TextFiles } from '../editor/text/textFiles.js';

/** A text document that is a calibration table, and what is noteworthy about it. */
export interface TextTable {
  readonly document: TableDocument;
  readonly findings: readonly Finding[];
}

/** The table that a text is; null for one that is none or too long, and for one that went on while it was read. */
export async function textTableOf(texts: TextFiles, document: vscode.TextDocument): Promise<TextTable | null> {
  const file = await texts.tableOf(document);
  return file?.content.kind === 'table' ? { document: file.content.document, findings: findingsOf(file) } : null;
}
