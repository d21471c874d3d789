import * as vscode from 'vscode';
import { parseFromDiffView, type DiffActionMessage, type DiffCommandMessage, type FromDiffView, type ToDiffView } from '../../protocol.js';
import { told } from '../commands/told.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { TABLE_EDITOR } from '../editor/viewTypes.js';
import { viewHtml, viewRoot } from '../html.js';
import type { HostServices } from '../services.js';
import { diffMessage } from './diffMessage.js';
import { exportDiff } from './exportDiff.js';
import { Quiet } from './quiet.js';
import { readSide, shortLabelOf, type Side } from './sides.js';
import { watchPair } from './watchPair.js';

/** Two files side by side in a panel of its own; drawn again when one of them changes. */
export class DiffPanel {
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly redraw = new Quiet(() => this.draw());
  private drawn: readonly Side[] = [];
  private ready = false;

  constructor(readonly panel: vscode.WebviewPanel, private before: vscode.Uri, private after: vscode.Uri, private readonly services: HostServices, openFiles: OpenFiles) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [viewRoot(services.extensionUri)] };
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      watchPair([before, after], openFiles, () => this.redraw.schedule()),
    );
    panel.onDidDispose(() => this.dispose());
    panel.title = this.title;
    webview.html = viewHtml(webview, services.extensionUri, 'diff', 'Comparison of calibration tables');
  }

  /** The two files, the old one first. */
  get files(): readonly [vscode.Uri, vscode.Uri] {
    return [this.before, this.after];
  }

  swap(): void {
    [this.before, this.after] = [this.after, this.before];
    this.drawn = [];
    void this.redraw.now();
  }

  /** Hands a command on to the view. */
  run(command: DiffCommandMessage['command']): void {
    this.post({ type: 'command', command });
  }

  private dispose(): void {
    this.redraw.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private get title(): string {
    return `${shortLabelOf(this.before)} ↔ ${shortLabelOf(this.after)}`;
  }

  private async draw(): Promise<void> {
    if (!this.ready) return;
    this.panel.title = this.title;
    try {
      const sides = await Promise.all(this.files.map((uri) => readSide(uri, this.services)));
      this.show(sides);
    } catch (error) {
      this.drawn = [];
      this.post({ type: 'failed', problem: error instanceof Error ? error.message : String(error) });
    }
  }

  /** A repository tells of every change in it: what is drawn already is not compared again. */
  private show(sides: readonly Side[]): void {
    const [before, after] = sides;
    if (!before || !after || sides.every((side, at) => hasSameBytes(side, this.drawn[at]))) return;
    this.drawn = sides;
    this.post(diffMessage(before, after));
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
        this.drawn = [];
        void this.redraw.now();
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied ${message.what}`, 3000);
        break;
      case 'action':
        this.act(message.action);
        break;
      case 'export':
        void told(() => exportDiff(this.before, this.after, message.threshold, this.services));
        break;
      case 'error':
        this.services.log.error('Comparison view:', message.message);
        break;
    }
  }

  private act(action: DiffActionMessage['action']): void {
    switch (action) {
      case 'swap': return this.swap();
      case 'asText': return void vscode.commands.executeCommand('calibrationTables.compareAsText', ...this.files);
      case 'openOld': return void vscode.commands.executeCommand('vscode.openWith', this.before, TABLE_EDITOR);
      case 'openNew': return void vscode.commands.executeCommand('vscode.openWith', this.after, TABLE_EDITOR);
    }
  }
}

function hasSameBytes({ document: { bytes } }: Side, other: Side | undefined): boolean {
  const before = other?.document.bytes;
  return before !== undefined && before.length === bytes.length && before.every((byte, i) => byte === bytes[i]);
}
