import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { safe } from '../../core/render/safe.js';
import { openPanel } from '../ui/panels.js';
import type { HostServices } from '../ui/services.js';
import type { Decision, EntryRef } from '../../core/diff/byHand.js';
import { isDecisions } from '../../protocol/diff.js';
import { DiffPanel } from './diffPanel.js';

/** The view type of comparisons, which menus and keys ask for as `activeWebviewPanelId`. */
export const DIFF_VIEW = 'calibrationTables.diff';

interface ShownWith {
  readonly base?: vscode.Uri | undefined;
  readonly entry?: EntryRef | undefined;
}

/** The comparisons that are open. They come back when VS Code starts again: a view keeps the two URIs, and what was decided about pairs. */
export class DiffPanels implements vscode.WebviewPanelSerializer {
  readonly #all = new Set<DiffPanel>();
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;

  constructor(services: HostServices, openFiles: OpenFiles) {
    this.#services = services;
    this.#openFiles = openFiles;
  }

  /** The comparison in the active tab, or undefined. */
  get active(): DiffPanel | undefined {
    return [...this.#all].find(({ panel }) => panel.active);
  }

  /**
   * Shows a comparison; one of the same two files that is open already is brought to the front.
   * @param more a third file that both come from, and an entry of the old table to show
   */
  show(before: vscode.Uri, after: vscode.Uri, { base, entry }: ShownWith = {}): void {
    const open = [...this.#all].find(
      ({ files }) => String(files[0]) === String(before) && String(files[1]) === String(after),
    );
    if (open && base) open.base = base;
    const panel = open ?? this.#adopt(openPanel(DIFF_VIEW, safe``), before, after, { base });
    if (entry) panel.show(entry);
    panel.panel.reveal();
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const files = filesOf(state);
    if (files) this.#adopt(panel, ...files, { byHand: byHandOf(state), base: baseOf(state) });
    else panel.dispose();
    return Promise.resolve();
  }

  #adopt(
    panel: vscode.WebviewPanel,
    before: vscode.Uri,
    after: vscode.Uri,
    { byHand = [], base }: Pick<ShownWith, 'base'> & { readonly byHand?: readonly Decision[] },
  ): DiffPanel {
    const diff = new DiffPanel(panel, before, after, this.#services, this.#openFiles, byHand);
    if (base) diff.base = base;
    this.#all.add(diff);
    panel.onDidDispose(() => this.#all.delete(diff));
    return diff;
  }
}

/** What was decided about pairs. */
function byHandOf(state: unknown): readonly Decision[] {
  const { byHand } = (state ?? {}) as { byHand?: unknown };
  return isDecisions(byHand) ? byHand : [];
}

/** The base that was chosen. */
function baseOf(state: unknown): vscode.Uri | undefined {
  const { base } = (state ?? {}) as { base?: unknown };
  return typeof base === 'string' ? vscode.Uri.parse(base) : undefined;
}

/** The files that a view has kept in its state; null for a state that is none of ours. */
function filesOf(state: unknown): [vscode.Uri, vscode.Uri] | null {
  const { files } = (state ?? {}) as { files?: unknown };
  if (!Array.isArray(files)) return null;
  const [before, after] = files as unknown[];
  return typeof before === 'string' && typeof after === 'string'
    ? [vscode.Uri.parse(before), vscode.Uri.parse(after)]
    : null;
}
