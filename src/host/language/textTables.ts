import type * as vscode from 'vscode';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { checkDocument, type Finding } from '../../core/check/index.js';
import type { TableDocument } from '../../core/formats/format.js';
import { detectText } from './textDetection.js';
import { onDidChangeRules, ruleSettings } from '../ui/settings.js';

/** Longer texts get no hover: reading one would stop the extension host for seconds. */
const LONGEST_TEXT = 20_000_000;

/** A text document that is a calibration table. */
export interface TextTable {
  readonly text: string;
  readonly document: TableDocument;
  readonly findings: readonly Finding[];
}

/** Tables of open text documents, read once a version: hovering over a hundred thousand lines costs one reading. */
export class TextTables implements vscode.Disposable {
  #read = new WeakMap<vscode.TextDocument, { version: number; table: TextTable | null }>();
  readonly #rules = onDidChangeRules(() => {
    this.#read = new WeakMap();
  });

  dispose(): void {
    this.#rules.dispose();
  }

  /** The table that a document is, or null for a text that is none or too long. */
  get(document: vscode.TextDocument): TextTable | null {
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.table;
    const table = readTable(document);
    this.#read.set(document, { version: document.version, table });
    return table;
  }
}

function readTable(textDocument: vscode.TextDocument): TextTable | null {
  const found = detectText(textDocument);
  if (found?.kind !== 'table') return null;
  const text = textDocument.getText();
  if (text.length > LONGEST_TEXT) return null;
  const document = found.format.read(utf8Bytes(text));
  return { text, document, findings: checkDocument(document, ruleSettings(textDocument.uri)) };
}
