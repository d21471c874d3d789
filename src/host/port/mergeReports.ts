import * as vscode from 'vscode';
import type { TakenText } from './mergeText.js';

const SCHEME = 'calibration-tables-taken';

/** The two tables of a merge, the changed one first. */
export type MergedPair = readonly [vscode.Uri, vscode.Uri];

/** Tells what was taken and what was not; its report is a read-only text, which asks for nothing when it is closed. */
export class MergeReports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private count = 0;
  private readonly registered = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  );

  dispose(): void {
    this.registered.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? 'This report is gone; compare the two tables to see what still differs.';
  }

  /** A word in the status bar where all is well: the table itself shows the rest. */
  async tell({ severity, message, details }: TakenText, [into, from]: MergedPair): Promise<void> {
    if (severity === 'info') {
      vscode.window.setStatusBarMessage(message, 8000);
      return;
    }
    const [show, compare] = ['Details', 'Compare'];
    const answer = await vscode.window.showWarningMessage(message, show, compare);
    if (answer === show) await this.show(details);
    if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', into, from);
  }

  private async show(details: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/Values Taken ${++this.count}.txt` });
    this.texts.set(uri.toString(), details);
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
