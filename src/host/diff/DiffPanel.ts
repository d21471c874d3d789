import * as vscode from 'vscode';
import { parseFromDiffView, type FromDiffView, type ToDiffView } from '../../protocol.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { TABLE_EDITOR } from '../editor/viewTypes.js';
import { viewHtml, viewRoot } from '../html.js';
import { readTable } from '../readTable.js';
import type { HostServices } from '../services.js';
import { diffMessage, type Side } from './diffMessage.js';

/** Several changes in a row (a save, an undo run) are one redraw. */
const QUIET_MS = 150;

/** Two files side by side in a panel of its own; drawn again when one of them changes, on disk or in an editor. */
export class DiffPanel {
  private readonly panel: vscode.WebviewPanel;
  private readonly subscriptions: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;

  constructor(private before: vscode.Uri, private after: vscode.Uri, private readonly services: HostServices, openFiles: OpenFiles) {
    this.panel = vscode.window.createWebviewPanel('calibrationTables.diff', this.title, vscode.ViewColumn.Active, {
      enableScripts: true, enableFindWidget: false, retainContextWhenHidden: true, localResourceRoots: [viewRoot(services.extensionUri)],
    });
    const { webview } = this.panel;
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      openFiles.onDidChange((uri) => this.redrawFor(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.redrawFor(document.uri)),
      ...[before, after].map((uri) => this.watch(uri)),
    );
    this.panel.onDidDispose(() => this.dispose());
    webview.html = viewHtml(webview, services.extensionUri, 'diff', 'Comparison of calibration tables');
  }

  private dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private get title(): string {
    return `${fileName(this.before)} ↔ ${fileName(this.after)}`;
  }

  private watch(uri: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'));
    const redraw = (changed: vscode.Uri): void => this.redrawFor(changed);
    return vscode.Disposable.from(watcher, watcher.onDidChange(redraw), watcher.onDidCreate(redraw), watcher.onDidDelete(redraw));
  }

  private redrawFor(changed: vscode.Uri): void {
    if (![this.before, this.after].some((uri) => uri.toString() === changed.toString())) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), QUIET_MS);
  }

  private async draw(): Promise<void> {
    if (!this.ready) return;
    this.panel.title = this.title;
    this.post(await this.compare());
  }

  private async compare(): Promise<ToDiffView> {
    try {
      const [before, after] = await Promise.all([this.side(this.before), this.side(this.after)]);
      return diffMessage(before, after);
    } catch (error) {
      return { type: 'failed', problem: error instanceof Error ? error.message : String(error) };
    }
  }

  private async side(uri: vscode.Uri): Promise<Side> {
    const { document } = await readTable(uri, this.services);
    return { label: vscode.workspace.asRelativePath(uri), table: document.table };
  }

  private post(message: ToDiffView): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(data: unknown): void {
    const message = parseFromDiffView(data);
    if (message) this.answer(message);
    else this.services.log.error('A comparison sent a message that is none of ours.');
  }

  private answer(message: FromDiffView): void {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        void this.draw();
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied ${message.what}`, 3000);
        break;
      case 'action':
        this.act(message.action);
        break;
      case 'error':
        this.services.log.error('Comparison view:', message.message);
        break;
    }
  }

  private act(action: 'swap' | 'openOld' | 'openNew'): void {
    if (action === 'swap') {
      [this.before, this.after] = [this.after, this.before];
      void this.draw();
    } else {
      void vscode.commands.executeCommand('vscode.openWith', action === 'openOld' ? this.before : this.after, TABLE_EDITOR);
    }
  }
}

function fileName(uri: vscode.Uri): string {
  return uri.path.split('/').pop() ?? uri.path;
}
