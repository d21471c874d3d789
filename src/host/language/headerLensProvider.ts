import type * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import { safe, safeText } from '../../core/render/safe.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { codeLens } from '../ui/inEditor.js';
import { textTableOf } from './textTable.js';
import { t } from '../../core/texts/translate.js';

/** Over the first line of a table's text: what it is, and how to the table and to what is wrong. */
export class HeaderLensProvider implements vscode.CodeLensProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const table = await textTableOf(this.#texts, document);
    if (!table) return [];
    const { format, table: columns } = table.document;
    const { trtVersion, algorithm } = columns.header;
    const version = trtVersion === null ? [] : [`TensorRT ${trtVersion}`];
    const facts = [...version, ...(algorithm === null ? [] : [algorithm])];
    const what = facts.length > 0 ? facts : [format.label];
    const entries = counted(columns.names.length, t`entry`, t`entries`);
    const { length } = table.findings;
    const problems = codeLens(0, safe`${counted(length, t`finding`, t`findings`)}`, 'workbench.actions.view.problems');
    return [
      codeLens(0, safeText([...what, entries].join(' · ')), 'calibrationTables.openAsTable', document.uri),
      ...(length > 0 ? [problems] : []),
    ];
  }
}
