import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { safe } from '../../core/render/safe.js';
import { openDiff } from '../ui/panels.js';
import type { HostServices } from '../ui/services.js';
import { isLarge, isMuchToCompare } from '../work/large.js';
import { readPair, shortLabelOf } from './sides.js';
import { watchPair } from './watchPair.js';

const SCHEME = 'calibration-tables-diff';

type Texts = Promise<{ readonly old: string; readonly new: string }>;
interface Pair {
  readonly old: string;
  readonly new: string;
}

/** Comparisons as two aligned texts in VS Code's own diff editor: its keys, its word diff, its screen reader support. */
export class TextDiffs implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #watches = new Map<string, vscode.Disposable>();
  /** Both sides ask at the same time: they share one comparison. */
  readonly #running = new Map<string, Texts>();
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;

  constructor(services: HostServices, openFiles: OpenFiles) {
    this.#services = services;
    this.#openFiles = openFiles;
  }

  /** Registers the provider; what is watched for a text ends with its document. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  async show(before: vscode.Uri, after: vscode.Uri): Promise<void> {
    // Said in a message now, not as an editor that can't be opened.
    const pair = await readPair(before, after, this.#services);
    await Promise.all(
      pair.map((file) => this.#services.background.run('identify', file, { isSmall: !isLarge(file.bytes) })),
    );
    const query = JSON.stringify({ old: before.toString(), new: after.toString() } satisfies Pair);
    // No name of a table: its editor would take the text over.
    const side = (name: 'old' | 'new'): vscode.Uri =>
      vscode.Uri.from({ scheme: SCHEME, path: `/${name}.aligned`, query });
    await openDiff(side('old'), side('new'), safe`${shortLabelOf(before)} ↔ ${shortLabelOf(after)} (aligned text)`);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const pair = JSON.parse(uri.query) as Pair;
    const files = [vscode.Uri.parse(pair.old), vscode.Uri.parse(pair.new)] as const;
    if (!this.#watches.has(uri.toString()))
      this.#watches.set(
        uri.toString(),
        watchPair(files, this.#openFiles, () => this.#changed.fire(uri)),
      );
    const texts = await this.#textsOf(uri.query, ...files);
    return uri.path.startsWith('/old') ? texts.old : texts.new;
  }

  #textsOf(key: string, before: vscode.Uri, after: vscode.Uri): Texts {
    const running = this.#running.get(key);
    if (running) return running;
    const texts = this.#compare(before, after).finally(() => this.#running.delete(key));
    this.#running.set(key, texts);
    return texts;
  }

  async #compare(before: vscode.Uri, after: vscode.Uri): Texts {
    const pair = await readPair(before, after, this.#services);
    const isSmall = !isMuchToCompare(...pair);
    return this.#services.background.run('align', pair, { isSmall });
  }

  #forget(uri: vscode.Uri): void {
    this.#watches.get(uri.toString())?.dispose();
    this.#watches.delete(uri.toString());
  }
}
