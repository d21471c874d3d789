import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import { safe, safeText } from '../../core/render/safe.js';
import { activeFile } from '../ui/activeFile.js';
import { onDidChangeRules } from '../ui/settings.js';
import { StatusItem, type StatusText } from '../ui/statusItem.js';
import { findingsOf } from './findings.js';
import type { OpenFiles } from './openFiles.js';
import { t } from '../../core/texts/translate.js';

/** What the active table is, in the status bar: its version, how many entries and findings it has. */
export class TableStatus implements vscode.Disposable {
  readonly #item = new StatusItem('table', safe`Calibration Table`, 'workbench.actions.view.problems');
  readonly #openFiles: OpenFiles;
  readonly #subscription: vscode.Disposable;

  constructor(openFiles: OpenFiles) {
    this.#openFiles = openFiles;
    const show = (): void => this.#show();
    this.#subscription = vscode.Disposable.from(
      openFiles.onDidOpen(show),
      openFiles.onDidChange(show),
      vscode.window.tabGroups.onDidChangeTabs(show),
      vscode.window.tabGroups.onDidChangeTabGroups(show),
      onDidChangeRules(show),
    );
    show();
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, this.#subscription).dispose();
  }

  #show(): void {
    const uri = activeFile();
    this.#item.show(uri ? this.#textOf(uri) : null);
  }

  /** `TensorRT 8.6.1, 162 entries, 3 findings`; null for what is no table. */
  #textOf(uri: vscode.Uri): StatusText | null {
    const file = this.#openFiles.fileOf(uri);
    if (file?.content.kind !== 'table') return null;
    const { table, format } = file.content.document;
    const { trtVersion } = table.header;
    const findings = findingsOf(file).length;
    const parts = [
      trtVersion === null ? format.label : `TensorRT ${trtVersion}`,
      counted(table.names.length, t`entry`, t`entries`),
      ...(findings > 0 ? [counted(findings, t`finding`, t`findings`)] : []),
    ];
    return { text: safeText(parts.join(', ')), hint: safe`${format.label}; a click shows its problems` };
  }
}
