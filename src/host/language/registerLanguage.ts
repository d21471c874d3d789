import * as vscode from 'vscode';
import type { HostServices } from '../ui/services.js';
import { adoptLanguage, LANGUAGE_ID } from './adoptLanguage.js';
import { EntrySymbolProvider } from './entrySymbolProvider.js';
import { trackFormat } from './formatContext.js';
import { TableHoverProvider } from './tableHoverProvider.js';
import { TextTables } from './textTables.js';

/** Any of these may hold a table; whether one does is decided by its content. */
const HOVER_LANGUAGES = [LANGUAGE_ID, 'json', 'jsonc', 'plaintext'];

/** Hovers, outline and language of calibration tables in text editors, and the context key for menus. */
export function registerLanguage(services: HostServices): vscode.Disposable {
  const tables = new TextTables();
  const hovers = HOVER_LANGUAGES.map((language) => ({ language }));
  return vscode.Disposable.from(
    tables,
    vscode.languages.registerHoverProvider(hovers, new TableHoverProvider(tables)),
    vscode.languages.registerDocumentSymbolProvider({ language: LANGUAGE_ID }, new EntrySymbolProvider(tables)),
    adoptLanguage(),
    trackFormat(services),
  );
}
