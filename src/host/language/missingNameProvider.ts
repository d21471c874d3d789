import * as vscode from 'vscode';
import { safe, safeText } from '../../core/render/safe.js';
import type { TableFile } from '../editor/tableFile.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { completion } from '../ui/inEditor.js';

/** More names than this are no list to choose from; typing narrows it down. */
const MOST_NAMES = 500;
/** The beginning of a JSON member's name, as far as the cursor. */
const IN_KEY = /^\s*(?:[{,]\s*)?"([^"\\]*)$/;

/** The names that the attached network asks for and the table lacks, where a name is typed. */
export class MissingNameProvider implements vscode.CompletionItemProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionList | undefined> {
    const file = await this.#texts.tableOf(document);
    if (file?.content.kind !== 'table') return undefined;
    const place = placeOf(document, position, file.content.document.format.id === 'nvdla');
    return place && listOf(file, place);
  }
}

/** Where a name is being typed, and what stands behind it. */
interface Place {
  readonly range: vscode.Range;
  readonly write: (name: string) => string;
}

function placeOf(document: vscode.TextDocument, position: vscode.Position, isJson: boolean): Place | undefined {
  const before = document.lineAt(position).text.slice(0, position.character);
  if (!isJson)
    return before.includes(':')
      ? undefined
      : { range: new vscode.Range(position.with({ character: 0 }), position), write: (name) => `${name}: ` };
  const typed = IN_KEY.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const start = position.translate(0, -typed.length);
  return { range: new vscode.Range(start, position), write: (name) => JSON.stringify(name).slice(1, -1) };
}

function listOf(file: TableFile, { range, write }: Place): vscode.CompletionList {
  const missing = (file.coverage?.missing ?? []).filter((name) => !/[\r\n]/.test(name));
  const network = file.yardstick?.label ?? '';
  const items = missing
    .slice(0, MOST_NAMES)
    .map((name) => completion(safeText(name), safe`asked for by ${network}`, write(name), range));
  return new vscode.CompletionList(items, missing.length > MOST_NAMES);
}
