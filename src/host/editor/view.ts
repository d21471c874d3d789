import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import type { Edit } from '../../core/formats/format.js';
import {
  parseFromTableView,
  type FromTableView,
  type NoticesMessage,
  type ToTableView,
  type ViewCommand,
} from '../../protocol/table.js';
import { type FromAnyView } from '../../protocol/common.js';
import type { HostServices } from '../ui/services.js';
import { onDidChangeRules } from '../ui/settings.js';
import { ViewChannel } from '../webview/channel.js';
import type { TableFile } from './document.js';
import { contentMessage } from './messages.js';

type Notice = NoticesMessage['notices'][number];
type Asked = Exclude<FromTableView, FromAnyView>;

/** One panel that shows a file: sends it what to draw once it is ready, and takes what it asks for. */
export class TableView implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #channel: ViewChannel<Asked, ToTableView>;
  #notices: readonly Notice[] = [];
  readonly #services: HostServices;
  readonly #runCommand: (command: ViewCommand, view: TableView) => Promise<void>;

  constructor(
    readonly file: TableFile,
    readonly panel: vscode.WebviewPanel,
    services: HostServices,
    runCommand: (command: ViewCommand, view: TableView) => Promise<void>,
  ) {
    this.#services = services;
    this.#runCommand = runCommand;

    this.#channel = new ViewChannel(
      panel.webview,
      { page: 'table', title: 'Calibration table', parse: parseFromTableView },
      services,
      {
        ready: () => {
          this.#draw();
          this.setNotices(this.#notices);
        },
        answer: (message) => this.#answer(message),
      },
    );
    this.#subscriptions.push(
      this.#channel,
      file.onDidChange(() => this.#draw()),
      onDidChangeRules(() => this.#draw()),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** Sentences above the table. */
  setNotices(notices: readonly Notice[]): void {
    this.#notices = notices;
    this.#channel.post({ type: 'notices', notices });
  }

  /** Scrolls to an entry. */
  reveal(index: number): void {
    this.#channel.post({ type: 'reveal', index });
  }

  get #readOnly(): boolean {
    return isReadOnly(this.file.uri);
  }

  #draw(): void {
    this.#channel.post(contentMessage(this.file, this.#readOnly));
  }

  #answer(message: Asked): void {
    switch (message.type) {
      case 'edit':
        this.#channel.post({
          type: 'editResult',
          id: message.id,
          problem: this.#edit(() => this.file.apply(message.edit, message.revision)),
        });
        break;
      case 'edits':
        this.#channel.post({
          type: 'editResult',
          id: message.id,
          problem: this.#edit(() => this.file.applyAll(message.edits, labelOf(message.edits), message.revision)),
        });
        break;
      case 'command':
        void this.#runCommand(message.command, this);
        break;
    }
  }

  #edit(apply: () => string | null): string | null {
    try {
      return this.#readOnly ? 'This file system is read-only.' : apply();
    } catch (error) {
      this.#services.log.error('An edit failed.', error);
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** What the undo of several edits says. */
function labelOf(edits: readonly Edit[]): string {
  const verb = edits.every(({ kind }) => kind === 'delete') ? 'Delete' : 'Change';
  return `${verb} ${counted(edits.length, 'Entry', 'Entries')}`;
}

/** Whether no file of that file system can be written. */
export function isReadOnly({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}
