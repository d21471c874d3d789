import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { LANGUAGE_ID } from '../editor/text/languageId.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { adoptLanguage } from './adoptLanguage.js';
import { EntrySymbolProvider } from './entrySymbolProvider.js';
import { FixProvider } from './fixProvider.js';
import { trackFormat } from './formatContext.js';
import { HeaderLensProvider } from './headerLensProvider.js';
import { MissingNameProvider } from './missingNameProvider.js';
import { PrefixFoldingProvider } from './prefixFoldingProvider.js';
import { RangeHintProvider } from './rangeHintProvider.js';
import { TableHoverProvider } from './tableHoverProvider.js';

/** Any of these may hold a table; whether one does is decided by its content. */
const ANY = [LANGUAGE_ID, 'json', 'jsonc', 'plaintext'].map((language) => ({ language }));
/** Texts in which a table is hardly anything else. */
const LIKELY = [LANGUAGE_ID, 'json', 'jsonc'].map((language) => ({ language }));
const CACHE = { language: LANGUAGE_ID };

/** What text editors show and offer for calibration tables, their language, and the context key for menus. */
export function registerLanguage(openFiles: OpenFiles, texts: TextFiles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(ANY, new TableHoverProvider(texts)),
    vscode.languages.registerDocumentSymbolProvider(CACHE, new EntrySymbolProvider(texts)),
    vscode.languages.registerFoldingRangeProvider(CACHE, new PrefixFoldingProvider(texts)),
    vscode.languages.registerInlayHintsProvider(LIKELY, new RangeHintProvider(texts)),
    vscode.languages.registerCodeLensProvider(LIKELY, new HeaderLensProvider(texts)),
    vscode.languages.registerCodeActionsProvider(ANY, new FixProvider(texts), FixProvider.metadata),
    vscode.languages.registerCompletionItemProvider(LIKELY, new MissingNameProvider(texts), '"'),
    adoptLanguage(),
    trackFormat(openFiles),
  );
}
