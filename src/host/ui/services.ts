import type * as vscode from 'vscode';
import type { Background } from '../work/background.js';
import type { ActiveViews } from './activeViews.js';
import type { ChosenFiles } from './chosenFiles.js';
import type { ModelRuns } from '../work/modelRuns.js';
import type { Layouts } from './layouts.js';
import type { Log } from './log.js';
import type { RecentTables } from './recentTables.js';

/** What the parts of the extension share. */
export interface HostServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** Does what takes long. */
  readonly background: Background;
  /** Runs ONNX models. */
  readonly modelRuns: ModelRuns;
  readonly recentTables: RecentTables;
  /** Whose histograms tables borrow. */
  readonly valueSources: ChosenFiles;
  /** The views that are open. */
  readonly views: ActiveViews;
  /** How the columns of views are arranged. */
  readonly layouts: Layouts;
  /** The unsaved bytes of a file that is open in one of our editors, or undefined. */
  openBytes(uri: vscode.Uri): Uint8Array | undefined;
}
