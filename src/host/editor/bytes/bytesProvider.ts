import * as vscode from 'vscode';
import type { HostServices } from '../../ui/services.js';
import { handOver, isInDiff } from '../handOver.js';
import { whyNotLinked } from '../linking.js';
import type { OpenFiles } from '../openFiles.js';
import { readerOf } from '../readContent.js';
import { TEXT_EDITOR } from '../reopen.js';
import type { TablePanels } from '../tablePanels.js';
import { BYTES_TABLE, TEXT_TABLE } from '../viewTypes.js';
import { BytesFile } from './bytesFile.js';
import type { EarlierSaves } from './earlierSaves.js';
import type { RenamedEdits } from './renamedEdits.js';
import { confirmOverwrite, confirmReplacing } from './saveConflict.js';

/** Shows tables over bytes: binary ones, and texts that VS Code's text can't give back as it got them. */
export class BytesTableProvider implements vscode.CustomEditorProvider<BytesFile> {
  readonly #edits = new vscode.EventEmitter<vscode.CustomDocumentEditEvent<BytesFile>>();
  readonly onDidChangeCustomDocument = this.#edits.event;
  readonly #services: HostServices;
  readonly #openFiles: OpenFiles;
  readonly #panels: TablePanels;
  readonly #renamed: RenamedEdits;
  readonly #notLinked: ReadonlyMap<string, string>;
  readonly #saves: EarlierSaves;

  /**
   * @param saves gets what is saved
   * @param notLinked why files were given here, by their URI, where that was found out elsewhere
   */
  constructor(
    services: HostServices,
    openFiles: OpenFiles,
    panels: TablePanels,
    renamed: RenamedEdits,
    saves: EarlierSaves,
    notLinked: ReadonlyMap<string, string>,
  ) {
    this.#services = services;
    this.#openFiles = openFiles;
    this.#panels = panels;
    this.#renamed = renamed;
    this.#saves = saves;
    this.#notLinked = notLinked;
  }

  async openCustomDocument(uri: vscode.Uri, context: vscode.CustomDocumentOpenContext): Promise<BytesFile> {
    const backup = context.backupId === undefined ? undefined : vscode.Uri.parse(context.backupId);
    const file = await BytesFile.open(uri, backup, context.untitledDocumentData, readerOf(this.#services));
    const isText = file.content.kind === 'table' && file.content.document.format.isText;
    if (isText && file.bytes) file.notLinked = whyNotLinked(file.bytes) ?? this.#notLinked.get(uri.toString()) ?? null;
    this.#openFiles.add(file, [file.onDidEdit((edit) => this.#edits.fire({ document: file, ...edit }))]);
    return file;
  }

  async resolveCustomEditor(file: BytesFile, panel: vscode.WebviewPanel): Promise<void> {
    const place = { uri: file.uri, panel, viewTypes: [BYTES_TABLE] };
    const to = otherEditor(file);
    if (to !== null && !isInDiff(place)) return handOver(place, to);
    this.#panels.show(file, panel);
    this.#renamed.restore(file);
  }

  async saveCustomDocument(file: BytesFile): Promise<void> {
    if (!(await confirmOverwrite(file))) throw new vscode.CancellationError();
    const before = file.disk.known;
    await file.save();
    // A save that can't be kept is a save all the same.
    await this.#keep(file, before).catch((error: unknown) =>
      this.#services.log.warn(`A save was not kept: ${String(error)}`),
    );
  }

  /** What was there before the first save is kept, too. */
  async #keep({ uri, bytes }: BytesFile, before: Uint8Array | null): Promise<void> {
    if (before) await this.#saves.keep(uri, before);
    if (bytes) await this.#saves.keep(uri, bytes);
  }

  async saveCustomDocumentAs(file: BytesFile, destination: vscode.Uri): Promise<void> {
    if (destination.toString() === file.uri.toString()) return this.saveCustomDocument(file);
    if (!(await confirmReplacing(destination, this.#openFiles))) throw new vscode.CancellationError();
    await file.saveAs(destination);
    await this.#openFiles.takeFromDisk(destination);
    // VS Code now opens the new file in its place: out of sight, that would be a second tab of it that never looks.
    this.#openFiles.viewsOf(file)[0]?.panel.reveal();
  }

  async revertCustomDocument(file: BytesFile): Promise<void> {
    await file.reload();
  }

  async backupCustomDocument(
    file: BytesFile,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await file.backup(destination);
    const remove = async (): Promise<void> => {
      // VS Code may have removed it already.
      await Promise.resolve(vscode.workspace.fs.delete(destination)).catch(() => undefined);
    };
    return { id: destination.toString(), delete: () => void remove() };
  }
}

/** The editor that a file is to be shown in instead: it may have changed while VS Code was closed. */
function otherEditor({ content, isDirty, notLinked }: BytesFile): string | null {
  if (content.kind === 'foreign' && content.foreign.text) return TEXT_EDITOR;
  const isLinkable = content.kind === 'table' && content.document.format.isText && notLinked === null;
  return isLinkable && !isDirty ? TEXT_TABLE : null;
}
