import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { parseFromBuildView, type BuildMessage, type FromBuildView, type ToBuildView } from '../../protocol/build.js';
import type { FromAnyView } from '../../protocol/common.js';
import type { Packed } from '../../protocol/packedNames.js';
import { watchPair } from '../compare/watchPair.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { openTable } from '../editor/openTable.js';
import { baseName } from '../ui/baseName.js';
import { reporting } from '../ui/commands.js';
import { Debounced } from '../ui/debounced.js';
import { setTitle } from '../ui/panels.js';
import { pickTable } from '../ui/pickTable.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import { ViewChannel } from '../webview/channel.js';
import { pickBuild, readBuild, tableBeside } from './buildFiles.js';
import { t } from '../../core/texts/translate.js';

type Asked = Exclude<FromBuildView, FromAnyView>;

/** What a build did, in a panel of its own; drawn again when its source or the table changes. */
export class BuildPanel {
  readonly #channel: ViewChannel<Asked, ToBuildView>;
  readonly #redraw = new Debounced(() => this.#draw());
  readonly #closed = new vscode.CancellationTokenSource();
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  #watch: vscode.Disposable = vscode.Disposable.from();
  #table: vscode.Uri | null;
  #against: vscode.Uri | null;
  /** The table that shows fates of this build. */
  #labelled: vscode.Uri | null = null;
  /** The table that the log names is looked for once. */
  #hasLooked: boolean;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly source: vscode.Uri,
    { table, against }: { readonly table: vscode.Uri | null; readonly against: vscode.Uri | null },
    services: HostServices,
    openFiles: OpenFiles,
  ) {
    this.#table = table;
    this.#against = against;
    this.#hasLooked = table !== null;
    this.#services = services;
    this.#openFiles = openFiles;
    this.#channel = new ViewChannel(
      panel,
      { page: 'build', title: t`What the build did`, parse: parseFromBuildView },
      services,
      {
        ready: () => this.#redraw.now(),
        answer: (message) => void reporting(services, () => this.#answer(message)),
        asText: () => void this.#openSource(),
        shown: () => this.source,
      },
    );
    this.#follow();
    panel.onDidDispose(() => {
      this.#closed.cancel();
      if (this.#labelled) this.#openFiles.labels.set(this.#labelled, 'fate', null);
      vscode.Disposable.from(this.#channel, this.#redraw, this.#watch).dispose();
    });
    setTitle(panel, safe`Build: ${baseName(source)}`);
  }

  get table(): vscode.Uri | null {
    return this.#table;
  }

  /** Shows what the build did with another table. */
  attach(table: vscode.Uri): void {
    this.#table = table;
    this.#hasLooked = true;
    this.#follow();
    void this.#redraw.now();
  }

  #compareWith(other: vscode.Uri | null): void {
    this.#against = other;
    this.#follow();
    void this.#redraw.now();
  }

  #follow(): void {
    this.#watch.dispose();
    const files = [this.source, this.#table, this.#against].filter((uri) => uri !== null);
    this.#watch = watchPair(files, this.#openFiles, () => this.#redraw.schedule());
  }

  async #draw(): Promise<void> {
    if (!this.#channel.isReady) return;
    try {
      const message = await withSlowProgress(
        safe`Reading ${baseName(this.source)}`,
        (token) => readBuild(this.source, this.#table, this.#services, this.#against, token),
        this.#closed.token,
      );
      if (this.#closed.token.isCancellationRequested) return;
      if (message === undefined) throw new Error(t`Reading was stopped.`);
      if (message === null) throw new Error(noBuild(this.source));
      if (await this.#findTable(message.cachePath)) return;
      this.#channel.post(message);
      this.#showFates(message);
    } catch (error) {
      this.#channel.fail(error);
    }
  }

  /** Takes the table that a log names and that lies beside it. */
  async #findTable(path: string | null): Promise<boolean> {
    if (this.#hasLooked) return false;
    this.#hasLooked = true;
    const table = await tableBeside(this.source, path);
    if (table) this.attach(table);
    return table !== null;
  }

  /** The table itself shows what became of its entries, too, as long as this view is open. */
  #showFates(message: Packed<BuildMessage>): void {
    const { entries } = message;
    if (!this.#table || !entries) return;
    const hint = safe`What ${baseName(this.source)} says became of the entry`;
    this.#openFiles.labels.set(this.#table, 'fate', {
      label: t`Fate`,
      hint,
      names: entries.names,
      texts: entries.fates,
    });
    this.#labelled = this.#table;
  }

  async #answer(message: Asked): Promise<void> {
    if (message.type === 'showEntry') return this.#showEntry(message.index);
    switch (message.action) {
      case 'openSource':
        return this.#openSource();
      case 'openTable':
        if (this.#table) await openTable(this.#table, this.#openFiles);
        return;
      case 'chooseBuild': {
        const other = await pickBuild(this.source);
        return other && this.#compareWith(other);
      }
      case 'forgetBuild':
        return this.#compareWith(null);
      case 'chooseTable': {
        const table = await pickTable(this.#services, safe`What the build did with which table?`, this.source);
        if (table) this.attach(table);
      }
    }
  }

  async #showEntry(index: number): Promise<void> {
    const file = this.#table && (await openTable(this.#table, this.#openFiles));
    if (!file) return;
    const [view] = this.#openFiles.viewsOf(file);
    view?.reveal(index);
  }

  async #openSource(): Promise<void> {
    await vscode.commands.executeCommand('calibrationTables.openAsText', this.source);
  }
}

function noBuild(source: vscode.Uri): string {
  return t`"${baseName(source)}" is neither a TensorRT build log nor the engine inspector's JSON. Take what trtexec --verbose prints, or the file of --exportLayerInfo with --profilingVerbosity=detailed.`;
}
