import * as vscode from 'vscode';
import { detect, type Detection } from '../../../core/formats/index.js';
import { mayBeTable } from '../../../core/formats/tableNames.js';
import { baseName } from '../../ui/baseName.js';
import { LANGUAGE_ID } from './languageId.js';
import { textHead } from './textHead.js';

/** As much of a text as its first characters are. */
const START = 1000;
const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly found: Detection | null }>();

/** What a text document is, found out once a version; null for one that neither its name nor its first characters make worth a look. */
export function detectText(document: vscode.TextDocument): Detection | null {
  const answer = known.get(document);
  if (answer?.version === document.version) return answer.found;
  const isWorthIt = document.languageId === LANGUAGE_ID || mayBeTable(baseName(document.uri), startOf(document));
  const found = isWorthIt ? detect(textHead(document), document.uri.path) : null;
  known.set(document, { version: document.version, found });
  return found;
}

function startOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(0, 0, 8, START)).slice(0, START);
}
