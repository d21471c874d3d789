import * as vscode from 'vscode';
import type { Told } from './convertText.js';

const SCHEME = 'calibration-tables-report';

/** Tells how a conversion went and shows its report as a read-only text: closing that asks for nothing. */
export class ConvertReports implements vscode.TextDocumentContentProvider, vscode.Disposable {
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
    return this.texts.get(uri.toString()) ?? 'This report is gone; convert again to get a new one.';
  }

  async tell({ target, severity, message, details }: Told): Promise<void> {
    const show = severity === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    const answer = await show(message, 'Open', 'Details');
    if (answer === 'Open') await vscode.commands.executeCommand('calibrationTables.openAsTable', target);
    if (answer === 'Details') await this.show(details);
  }

  private async show(details: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/Conversion ${++this.count}.txt` });
    this.texts.set(uri.toString(), details);
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
