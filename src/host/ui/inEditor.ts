/** Texts that VS Code shows in and around its text editor. */
import * as vscode from 'vscode';
import type { SafeMarkdown, SafeText } from '../../core/render/safe.js';

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
  return new vscode.DocumentSymbol(name || '(no name)', detail, vscode.SymbolKind.Key, range, range);
}
