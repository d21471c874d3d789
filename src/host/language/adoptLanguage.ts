import * as vscode from 'vscode';
import { parseHeader } from '../../core/table/header.js';
import { LANGUAGE_ID } from '../editor/text/languageId.js';
import { detectText } from '../editor/text/textDetection.js';

/**
 * Gives caches that VS Code opened as plain text their language: names like `*.txt` belong to plain text whatever
 * the first line says, and a first line of just `1` proves nothing without the lines after it.
 * A file is changed once, so that a user who goes back to plain text stays there.
 */
export function adoptLanguage(): vscode.Disposable {
  const adopted = new Set<string>();
  const adopt = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    if (document.languageId !== 'plaintext' || adopted.has(key) || !isCache(document)) return;
    adopted.add(key);
    void vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  vscode.workspace.textDocuments.forEach(adopt);
  return vscode.workspace.onDidOpenTextDocument(adopt);
}

function isCache(document: vscode.TextDocument): boolean {
  if (parseHeader(document.lineAt(0).text).kind === 'unknown') return false;
  const found = detectText(document);
  return found?.kind === 'table' && found.format.id === 'tensorrt';
}
