import * as vscode from 'vscode';
import { detect, type Foreign } from '../../core/formats/index.js';
import type { HostServices } from '../ui/services.js';
import { BytesFile } from './bytes/bytesFile.js';
import { takeOldBackup } from './oldBackup.js';
import { handOver, isInDiff } from './handOver.js';
import { LARGEST_LINKED_BYTES, whyNotLinked } from './linking.js';
import { readerOf } from './readContent.js';
import { TEXT_EDITOR } from './reopen.js';
import { readWithin } from './source.js';
import type { TablePanels } from './tablePanels.js';
import { BYTES_TABLE, TABLE_EDITOR, TABLE_EDITOR_OPTION, TEXT_TABLE } from './viewTypes.js';

/** A file that was clicked, and the editor that it is for. */
interface Chosen extends vscode.CustomDocument {
  readonly editor: string;
}

/**
 * Owns the file names, looks at a file, and puts the editor for it in its place: one over VS Code's text alone would end in a dialog
 * for a binary file. Read only: an editor that can write clears the undo steps of the open text whenever its file is clicked.
 */
export class Chooser implements vscode.CustomReadonlyEditorProvider<Chosen> {
  readonly #services: HostServices;
  readonly #panels: TablePanels;
  /** The file that was clicked last. */
  #latest: vscode.Uri | null = null;

  constructor(services: HostServices, panels: TablePanels) {
    this.#services = services;
    this.#panels = panels;
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: Partial<vscode.CustomDocumentOpenContext> = {},
  ): Promise<Chosen> {
    this.#latest = uri;
    const choice = await editorFor(uri);
    if (backupId !== undefined && choice.editor === TEXT_TABLE) await takeOldBackup(uri, backupId);
    return { uri, ...choice, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri, editor }: Chosen, panel: vscode.WebviewPanel): Promise<void> {
    const place = { uri, panel, viewTypes: [TABLE_EDITOR, TABLE_EDITOR_OPTION] };
    if (isInDiff(place)) await this.#showInDiff(uri, panel);
    else await handOver(place, editor, this.#isOvertaken(uri, panel));
  }

  /** Whether another file was clicked after this one, in the same group. */
  #isOvertaken(uri: vscode.Uri, { viewColumn }: vscode.WebviewPanel): boolean {
    const latest = this.#latest?.toString();
    const group = vscode.window.tabGroups.all.find((one) => one.viewColumn === viewColumn);
    return (
      latest !== uri.toString() &&
      group?.tabs.some(({ input }) => (input as { uri?: vscode.Uri } | undefined)?.uri?.toString() === latest) === true
    );
  }

  /** One side of a diff stays where it is, and is only looked at. */
  async #showInDiff(uri: vscode.Uri, panel: vscode.WebviewPanel): Promise<void> {
    const file = await BytesFile.open(uri, undefined, undefined, readerOf(this.#services));
    panel.onDidDispose(() => file.dispose());
    this.#panels.show(file, panel, { isReadOnly: true });
  }
}

/** The editor for a file; what the file is where it is no table. */
export interface Choice {
  readonly editor: string;
  readonly foreign?: Foreign;
}

/** The editor for a file, by its content: unsaved text, where there is some. Throws what the file system throws. */
export async function editorFor(uri: vscode.Uri): Promise<Choice> {
  const text = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (text?.isDirty || uri.scheme === 'untitled') return { editor: TEXT_TABLE };
  const { bytes } = await readWithin(uri, LARGEST_LINKED_BYTES);
  if (!bytes) return { editor: BYTES_TABLE };
  const found = detect(bytes, uri.path);
  if (found.kind === 'foreign')
    return { editor: found.foreign.text ? TEXT_EDITOR : BYTES_TABLE, foreign: found.foreign };
  return { editor: found.format.isText && whyNotLinked(bytes) === null ? TEXT_TABLE : BYTES_TABLE };
}
