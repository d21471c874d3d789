import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { adoptLanguage } from './adoptLanguage.js';
import { EntrySymbolProvider } from './entrySymbolProvider.js';
import { trackFormat } from './formatContext.js';
import { LANGUAGE_ID } from './languageId.js';
import { TableHoverProvider } from './tableHoverProvider.js';
import { TextTables } from './textTables.js';

/** Any of these may hold a table; whether one does is decided by its content. */
const HOVER_LANGUAGES = [LANGUAGE_ID, 'json', 'jsonc', 'plaintext'];

/** Hovers, outline and language of calibration tables in text editors, and the context key for menus. */
export function registerLanguage(openFiles: OpenFiles): vscode.Disposable {
  const tables = new TextTables();
  const hovers = HOVER_LANGUAGES.map((language) => ({ language }));
  return vscode.Disposable.from(
    tables,
    vscode.languages.registerHoverProvider(hovers, new TableHoverProvider(tables)),
    vscode.languages.registerDocumentSymbolProvider({ language: LANGUAGE_ID }, new EntrySymbolProvider(tables)),
    adoptLanguage(),
    trackFormat(openFiles),
  );
}
