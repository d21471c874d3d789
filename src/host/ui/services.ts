import type * as vscode from 'vscode';
import type { Log } from './log.js';

/** What the parts of the extension share. */
export interface HostServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** The unsaved bytes of a file that is open in one of our editors, or undefined. */
  openBytes(uri: vscode.Uri): Uint8Array | undefined;
}
