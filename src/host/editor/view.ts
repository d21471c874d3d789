import * as vscode from 'vscode';
import type { Edit } from '../../core/formats/format.js';
import { parseFromTableView, type FromTableView, type NoticesMessage, type ToTableView, type ViewCommand } from '../../protocol.js';
import { viewHtml, viewRoot } from '../html.js';
import type { HostServices } from '../services.js';
import { onDidChangeRules } from '../settings.js';
import type { TableFile } from './document.js';
import { contentMessage } from './messages.js';

type Notice = NoticesMessage['notices'][number];

/** One panel that shows a file: sends it what to draw once it is ready, and takes what it asks for. */
export class TableView implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private ready = false;
  private notices: readonly Notice[] = [];

  constructor(
    readonly file: TableFile,
    readonly panel: vscode.WebviewPanel,
    private readonly services: HostServices,
    private readonly runCommand: (command: ViewCommand, view: TableView) => Promise<void>,
  ) {
    const { webview } = panel;
    this.subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      file.onDidChange(() => this.draw()),
      onDidChangeRules(() => this.draw()),
    );
    webview.options = { enableScripts: true, localResourceRoots: [viewRoot(services.extensionUri)] };
    webview.html = viewHtml(webview, services.extensionUri, 'table', 'Calibration table');
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Sentences above the table. */
  setNotices(notices: readonly Notice[]): void {
    this.notices = notices;
    this.post({ type: 'notices', notices });
  }

  /** Scrolls to an entry. */
  reveal(index: number): void {
    this.post({ type: 'reveal', index });
  }

  private get readOnly(): boolean {
    return isReadOnly(this.file.uri);
  }

  private draw(): void {
    this.post(contentMessage(this.file, this.readOnly));
  }

  private post(message: ToTableView): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }

  private receive(data: unknown): void {
    const message = parseFromTableView(data);
    if (message) this.answer(message);
    else this.services.log.error('A table view sent a message that is none of ours.', JSON.stringify(data)?.slice(0, 200) ?? '');
  }

  private answer(message: FromTableView): void {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.draw();
        this.setNotices(this.notices);
        break;
      case 'edit':
        this.post({ type: 'editResult', id: message.id, problem: this.edit(() => this.file.apply(message.edit, message.revision)) });
        break;
      case 'edits':
        this.post({ type: 'editResult', id: message.id, problem: this.edit(() => this.file.applyAll(message.edits, labelOf(message.edits), message.revision)) });
        break;
      case 'command':
        void this.runCommand(message.command, this);
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied ${message.what}`, 3000);
        break;
      case 'error':
        this.services.log.error('Table view:', message.message);
        break;
    }
  }

  private edit(apply: () => string | null): string | null {
    try {
      return this.readOnly ? 'This file system is read-only.' : apply();
    } catch (error) {
      this.services.log.error('Edit failed:', String(error));
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** What the undo of several edits says. */
function labelOf(edits: readonly Edit[]): string {
  const verb = edits.every(({ kind }) => kind === 'delete') ? 'Delete' : 'Change';
  return `${verb} ${edits.length} Entries`;
}

/** Whether no file of that file system can be written. */
export function isReadOnly({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}
