import * as vscode from 'vscode';
import type { OwnText } from '../../core/texts/translate.js';

/** Reports as read-only texts, each as long as it is open: closing one asks for nothing. */
export class ReportTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered: vscode.Disposable;
  #count = 0;
  readonly #scheme: string;
  readonly #gone: string;

  /**
   * @param scheme of the texts' URIs: one for each kind of report
   * @param gone what stands in a report that VS Code opens again after a restart
   */
  constructor(scheme: string, gone: string) {
    this.#scheme = scheme;
    this.#gone = gone;

    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? this.#gone;
  }

  /** Shows a report; its tab is called by the title and a number. */
  async show(title: OwnText, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: this.#scheme, path: `/${title} ${++this.#count}.txt` });
    this.#texts.set(uri.toString(), text);
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
