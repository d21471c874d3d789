import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { openPanel } from '../ui/panels.js';
import type { HostServices } from '../ui/services.js';
import { BuildPanel } from './buildPanel.js';

/** The view type of builds. */
export const BUILD_VIEW = 'calibrationTables.build';

/** The builds that are open. They come back when VS Code starts again: a view keeps the URIs. */
export class BuildPanels implements vscode.WebviewPanelSerializer {
  readonly #all = new Set<BuildPanel>();
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;

  constructor(services: HostServices, openFiles: OpenFiles) {
    this.#services = services;
    this.#openFiles = openFiles;
  }

  /** Shows what a build did; one that is open already is brought to the front, with the table if there is one. */
  show(source: vscode.Uri, table: vscode.Uri | null): void {
    const open = [...this.#all].find((panel) => panel.source.toString() === source.toString());
    if (!open) return this.#adopt(openPanel(BUILD_VIEW, safe`Build`), source, table);
    open.panel.reveal();
    if (table && table.toString() !== open.table?.toString()) open.attach(table);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { files } = (state ?? {}) as {
      files?: { source?: unknown; table?: unknown; against?: unknown } | null;
    };
    if (typeof files?.source !== 'string') panel.dispose();
    else {
      const uriIn = (text: unknown): vscode.Uri | null => (typeof text === 'string' ? vscode.Uri.parse(text) : null);
      this.#adopt(panel, vscode.Uri.parse(files.source), uriIn(files.table), uriIn(files.against));
    }
    return Promise.resolve();
  }

  #adopt(
    panel: vscode.WebviewPanel,
    source: vscode.Uri,
    table: vscode.Uri | null,
    against: vscode.Uri | null = null,
  ): void {
    const build = new BuildPanel(panel, source, { table, against }, this.#services, this.#openFiles);
    this.#all.add(build);
    panel.onDidDispose(() => this.#all.delete(build));
  }
}
