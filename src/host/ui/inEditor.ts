/** Texts that VS Code shows in and around its text editor. */
import * as vscode from 'vscode';
import type { SafeMarkdown, SafeText } from '../../core/render/safe.js';
import { t } from '../../core/texts/translate.js';

/** A hover; its Markdown runs no commands and holds no HTML, as VS Code has it by default. */
export function hover(markdown: SafeMarkdown, range: vscode.Range): vscode.Hover {
  return new vscode.Hover(new vscode.MarkdownString(markdown), range);
}

/** A line of the Problems panel. */
export function diagnostic(
  range: vscode.Range,
  message: SafeText,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  return new vscode.Diagnostic(range, message, severity);
}

/** A line of Outline, breadcrumbs and *Go to Symbol*. */
export function symbol(name: SafeText, detail: SafeText, range: vscode.Range): vscode.DocumentSymbol {
  // VS Code refuses a symbol without a name.
  return new vscode.DocumentSymbol(name || t`(no name)`, detail, vscode.SymbolKind.Key, range, range);
}

/** A short text behind a place in a line. */
export function inlayHint(position: vscode.Position, text: SafeText): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, text);
  hint.paddingLeft = true;
  return hint;
}

/** A line of small letters over a line of text, which runs a command when it is clicked. */
export function codeLens(line: number, title: SafeText, command: string, ...args: readonly unknown[]): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [...args] });
}

/** Something to type, as a list offers it. */
export function completion(
  label: SafeText,
  detail: SafeText,
  text: string,
  range: vscode.Range,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Field);
  return Object.assign(item, { detail, insertText: text, filterText: text, range });
}

/** What a lamp beside a line offers: an edit, or a command of ours. */
export function codeAction(
  title: SafeText,
  kind: vscode.CodeActionKind,
  does: { readonly edit: vscode.WorkspaceEdit } | { readonly command: string; readonly args: readonly unknown[] },
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  if ('edit' in does) action.edit = does.edit;
  else action.command = { title, command: does.command, arguments: [...does.args] };
  return action;
}
