import * as vscode from 'vscode';
import { safeText } from '../../core/render/safe.js';
import type { Finding, Severity } from '../../core/check/index.js';
import { Debounced } from '../ui/debounced.js';
import { diagnostic } from '../ui/inEditor.js';
import { onDidChangeRules } from '../ui/settings.js';
import type { TableFile } from './tableFile.js';
import { findingsOf } from './findings.js';
import type { OpenFiles } from './openFiles.js';
import { TextFile } from './text/textFile.js';
import { isReported } from './text/textsInSight.js';
import { t } from '../../core/texts/translate.js';

const SOURCE = 'Calibration Tables';
/** The panel is for reading: a file with more findings than this says how many more it has. */
const MOST_PROBLEMS = 300;
const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** The findings of the tables that tabs show, in our editors or as text, in the Problems panel. */
export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('calibrationTables');
  readonly #updates = new Map<TableFile, Debounced>();
  readonly #inSight = new Set<TableFile>();
  readonly #openFiles: OpenFiles;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(openFiles: OpenFiles) {
    this.#openFiles = openFiles;
    this.#subscriptions = [
      this.#collection,
      openFiles.onDidOpen((file) => this.#follow(file)),
      onDidChangeRules(() => openFiles.all.forEach((file) => this.#show(file))),
      openFiles.onDidChangeViews((file) => this.#look(file)),
      vscode.window.tabGroups.onDidChangeTabs(() => openFiles.all.forEach((file) => this.#look(file))),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#updates.values(), ...this.#subscriptions).dispose();
  }

  #follow(file: TableFile): void {
    this.#look(file);
    // An edit may be one of many: the panel follows when they pause.
    const update = new Debounced(() => this.#show(file));
    this.#updates.set(file, update);
    file.onDidChange(() => update.schedule());
    file.onDispose(() => {
      update.dispose();
      this.#updates.delete(file);
      this.#inSight.delete(file);
      this.#collection.delete(file.uri);
    });
  }

  /** A file that comes into sight, or goes out of it. */
  #look(file: TableFile): void {
    const isInSight =
      this.#openFiles.viewsOf(file).length > 0 || (file instanceof TextFile && isReported(file.document));
    if (isInSight === this.#inSight.has(file)) return;
    if (isInSight) this.#inSight.add(file);
    else this.#inSight.delete(file);
    this.#show(file);
  }

  /** A table over bytes and the text of the same file can both be in sight: the table is the one that is shown. */
  #show(file: TableFile): void {
    const others = this.#openFiles.all.filter(({ uri }) => uri.toString() === file.uri.toString());
    const shown = others.filter((one) => this.#inSight.has(one));
    const chosen = shown.find((one) => this.#openFiles.viewsOf(one).length > 0) ?? shown[0];
    this.#collection.set(file.uri, chosen ? diagnosticsOf(findingsOf(chosen)) : []);
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
        problem(t`${rest} more findings: the table view lists them all.`, null, vscode.DiagnosticSeverity.Information),
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
