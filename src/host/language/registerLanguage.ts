import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { adoptLanguage } from './adoptLanguage.js';
import { EntrySymbolProvider } from './entrySymbolProvider.js';
import { trackFormat } from './formatContext.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { LANGUAGE_ID } from '../editor/text/languageId.js';
import { TableHoverProvider } from './tableHoverProvider.js';

/** Any of these may hold a table; whether one does is decided by its content. */
const HOVER_LANGUAGES = [LANGUAGE_ID, 'json', 'jsonc', 'plaintext'];

/** Hovers, outline and language of calibration tables in text editors, and the context key for menus. */
export function registerLanguage(openFiles: OpenFiles, texts: TextFiles): vscode.Disposable {
  const hovers = HOVER_LANGUAGES.map((language) => ({ language }));
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(hovers, new TableHoverProvider(texts)),
    vscode.languages.registerDocumentSymbolProvider({ language: LANGUAGE_ID }, new EntrySymbolProvider(texts)),
    adoptLanguage(),
    trackFormat(openFiles),
  );
}
