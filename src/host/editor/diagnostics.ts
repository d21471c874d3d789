import * as vscode from 'vscode';
import { safeText } from '../../core/render/safe.js';
import type { Finding, Severity } from '../../core/check/index.js';
import { Debounced } from '../ui/debounced.js';
import { diagnostic } from '../ui/inEditor.js';
import { onDidChangeRules } from '../ui/settings.js';
import type { TableFile } from './tableFile.js';
import { findingsOf } from './findings.js';
import type { OpenFiles } from './openFiles.js';

const SOURCE = 'Calibration Tables';
/** The panel is for reading: a file with more findings than this says how many more it has. */
const MOST_PROBLEMS = 300;
const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** The findings of the tables that are open in our editors, in the Problems panel. */
export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('calibrationTables');
  readonly #updates = new Map<TableFile, Debounced>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(openFiles: OpenFiles) {
    this.#subscriptions = [
      this.#collection,
      openFiles.onDidOpen((file) => this.#follow(file)),
      onDidChangeRules(() => openFiles.all.forEach((file) => this.#show(file))),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#updates.values(), ...this.#subscriptions).dispose();
  }

  #follow(file: TableFile): void {
    this.#show(file);
    // An edit may be one of many: the panel follows when they pause.
    const update = new Debounced(() => this.#show(file));
    this.#updates.set(file, update);
    file.onDidChange(() => update.schedule());
    file.onDispose(() => {
      update.dispose();
      this.#updates.delete(file);
      this.#collection.delete(file.uri);
    });
  }

  #show(file: TableFile): void {
    this.#collection.set(file.uri, diagnosticsOf(findingsOf(file)));
  }
}

/** Findings as problems, the most serious ones and a last one that counts the rest. */
export function diagnosticsOf(findings: readonly Finding[]): vscode.Diagnostic[] {
  const bySeverity = [...findings].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const problems = bySeverity.slice(0, MOST_PROBLEMS).map(problemOf);
  const rest = findings.length - MOST_PROBLEMS;
  return rest > 0
    ? [
        ...problems,
        problem(`${rest} more findings: the table view lists them all.`, null, vscode.DiagnosticSeverity.Information),
      ]
    : problems;
}

function problemOf({ message, entry, line, rule, severity }: Finding): vscode.Diagnostic {
  const about = entry === null || message.includes(`"${entry}"`) ? message : `${entry}: ${message}`;
  return Object.assign(problem(about, line, SEVERITIES[severity]), { code: rule });
}

/** What is about the whole file stands on its first line; so does everything about a file without lines. */
function problem(message: string, line: number | null, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const at = Math.max(0, (line ?? 1) - 1);
  const range = new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER);
  const result = diagnostic(range, safeText(message), severity);
  result.source = SOURCE;
  return result;
}
