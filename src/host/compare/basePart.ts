import type * as vscode from 'vscode';
import type { ComparedFile } from '../../worker/jobs/compareJobs.js';
import type { UnreadBase } from '../../protocol/diffBase.js';
import type { OpenFiles } from '../editor/openFiles.js';
import type { HostServices } from '../ui/services.js';
import { messageOf } from '../../core/texts/messageOf.js';
import { readSide } from './sides.js';
import { watchPair } from './watchPair.js';

/** A third table that both of a comparison come from; it may come and go while they are shown. */
export class BasePart implements vscode.Disposable {
  readonly #openFiles: OpenFiles;
  readonly #onChange: () => void;
  #uri: vscode.Uri | null = null;
  #watch: vscode.Disposable | null = null;

  constructor(openFiles: OpenFiles, onChange: () => void) {
    this.#openFiles = openFiles;
    this.#onChange = onChange;
  }

  get uri(): vscode.Uri | null {
    return this.#uri;
  }

  set uri(uri: vscode.Uri | null) {
    this.dispose();
    this.#uri = uri;
    this.#watch = uri && watchPair([uri], this.#openFiles, this.#onChange);
  }

  /** The file as it is now, or why it can't be read: two tables can be compared without it. */
  async read(services: HostServices): Promise<ComparedFile | UnreadBase | null> {
    const uri = this.#uri;
    if (!uri) return null;
    try {
      return await readSide(uri, services);
    } catch (error) {
      return { kind: 'unread', uri: uri.toString(), problem: messageOf(error) };
    }
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#watch = null;
  }
}
