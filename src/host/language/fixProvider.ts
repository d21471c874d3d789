import * as vscode from 'vscode';
import { fixFindings } from '../../core/check/fixes.js';
import { offersFor } from '../../core/check/offers.js';
import type { Finding } from '../../core/check/index.js';
import { safe, safeText } from '../../core/render/safe.js';
import { entriesInLines } from '../editor/text/entriesInLines.js';
import { spliceEdit } from '../editor/text/spliceEdit.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { codeAction } from '../ui/inEditor.js';
import { textTableOf, type TextTable } from './textTable.js';

/** A lamp for more findings than this would be a book. */
const MOST_FINDINGS = 10;
/** Which of more findings can be fixed is found out only when that is asked for. */
const MOST_TO_TRY = 2000;
const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const FIX_ALL = SourceFixAll.append('calibrationTables');
const SHOW_IN_TABLE = vscode.CodeActionKind.Empty.append('calibrationTables.showInTable');
const HEADER_RULES: ReadonlySet<string> = new Set(['missing-header', 'unknown-header']);

/** What can be done about the findings of a line, and about all that have a certain fix. */
export class FixProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [QuickFix, FIX_ALL, SHOW_IN_TABLE],
  };
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const table = await textTableOf(this.#texts, document);
    if (!table) return [];
    if (only && FIX_ALL.contains(only)) return fixAll(table, document, FIX_ALL);
    if (only && SourceFixAll.contains(only)) return fixAll(table, document, FIX_ALL);
    const here = findingsIn(table, range).slice(0, MOST_FINDINGS);
    const fixes = here.flatMap((item) => fixesFor(table, document, item));
    const all = fixes.length === 0 || table.findings.length > MOST_TO_TRY ? [] : fixAll(table, document, QuickFix);
    // A lamp at every line would say nothing: without a finding it is there for who asks.
    const isAsked = here.length > 0 || triggerKind === vscode.CodeActionTriggerKind.Invoke;
    return [...fixes, ...all, ...(isAsked ? showInTable(table, document, range) : [])];
  }
}

/** The entry at the cursor, in the other view. */
function showInTable(
  { document: { spans } }: TextTable,
  document: vscode.TextDocument,
  { start }: vscode.Range,
): vscode.CodeAction[] {
  const [from, to] = entriesInLines(spans, start.line, start.line);
  if (from >= to) return [];
  return [
    codeAction(safe`Show in Table`, SHOW_IN_TABLE, { command: 'calibrationTables.openAsTable', args: [document.uri] }),
  ];
}

/** Those of the whole file stand on its first line. */
function findingsIn({ findings }: TextTable, { start, end }: vscode.Range): Finding[] {
  return findings.filter(({ line }) => {
    const at = (line ?? 1) - 1;
    return at >= start.line && at <= end.line;
  });
}

function fixesFor({ document: table }: TextTable, document: vscode.TextDocument, item: Finding): vscode.CodeAction[] {
  const actions = offersFor(table, item).flatMap(({ title, splice, isCertain }) => {
    const edit = spliceEdit(document, table.bytes, splice);
    if (!edit) return [];
    const action = codeAction(safeText(title), QuickFix, { edit });
    action.isPreferred = isCertain;
    return [action];
  });
  if (!HEADER_RULES.has(item.rule)) return actions;
  const does = { command: 'calibrationTables.changeHeader', args: [document.uri] };
  return [...actions, codeAction(safe`Choose a header…`, QuickFix, does)];
}

function fixAll(
  { document: table, findings }: TextTable,
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
  const fixed = fixFindings(table, findings);
  const edit =
    fixed && fixed.findings.length > (kind === QuickFix ? 1 : 0) && spliceEdit(document, table.bytes, fixed.splice);
  return fixed && edit
    ? [codeAction(safe`Fix all ${fixed.findings.length} that have a certain fix`, kind, { edit })]
    : [];
}
