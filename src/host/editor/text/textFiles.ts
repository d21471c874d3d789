import * as vscode from 'vscode';
import type { HostServices } from '../../ui/services.js';
import type { OpenFiles } from '../openFiles.js';
import { readerOf } from '../readContent.js';
import { detectText } from './textDetection.js';
import { TextFile } from './textFile.js';

/** Longer texts are not read beside a text editor: that would stop the extension host for seconds. */
const LONGEST_TEXT = 20_000_000;

/** The tables among VS Code's open texts, whichever editor shows them: each is read once, and from then on follows its text. */
export class TextFiles implements vscode.Disposable {
  readonly #files = new Map<vscode.TextDocument, Promise<TextFile>>();
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(services: HostServices, openFiles: OpenFiles) {
    this.#services = services;
    this.#openFiles = openFiles;
    this.#subscriptions = [vscode.workspace.onDidCloseTextDocument((document) => void this.#close(document))];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
    for (const document of this.#files.keys()) void this.#end(document);
  }

  /** The table that a text is, as it stands now; null for one that is none or too long. */
  async tableOf(document: vscode.TextDocument): Promise<TextFile | null> {
    const known = this.#files.get(document);
    if (!known && (detectText(document)?.kind !== 'table' || document.getText().length > LONGEST_TEXT)) return null;
    const file = await this.open(document);
    await file.settle();
    return file.content.kind === 'table' ? file : null;
  }

  /** A text to be shown as a table, whatever it is. */
  open(document: vscode.TextDocument): Promise<TextFile> {
    const known = this.#files.get(document);
    if (known) return known;
    const opened = TextFile.open(document, readerOf(this.#services));
    this.#files.set(document, opened);
    void opened.then(
      (file) => {
        if (this.#files.get(document) === opened) this.#openFiles.add(file, []);
      },
      () => this.#files.delete(document),
    );
    return opened;
  }

  /** VS Code also says so of a text that gets another language, and stays. */
  #close(document: vscode.TextDocument): Promise<void> | undefined {
    return vscode.workspace.textDocuments.includes(document) ? undefined : this.#end(document);
  }

  async #end(document: vscode.TextDocument): Promise<void> {
    const file = this.#files.get(document);
    this.#files.delete(document);
    (await file)?.dispose();
  }
}
