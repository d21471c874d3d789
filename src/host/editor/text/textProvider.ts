import type * as vscode from 'vscode';
import { handOver, isInDiff, type Place } from '../handOver.js';
import { whyNotLinked } from '../linking.js';
import { TEXT_EDITOR } from '../reopen.js';
import type { TablePanels } from '../tablePanels.js';
import { BYTES_TABLE, TEXT_TABLE } from '../viewTypes.js';
import type { TextFile } from './textFile.js';
import type { TextFiles } from './textFiles.js';
import { t } from '../../../core/texts/translate.js';

/** Shows tables over VS Code's own text of a file: both are one content. */
export class TextTableProvider implements vscode.CustomTextEditorProvider {
  readonly #texts: TextFiles;
  readonly #panels: TablePanels;
  readonly #notLinked: Map<string, string>;

  /** @param notLinked takes why files are given to the editor over bytes, by their URI */
  constructor(texts: TextFiles, panels: TablePanels, notLinked: Map<string, string>) {
    this.#texts = texts;
    this.#panels = panels;
    this.#notLinked = notLinked;
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    const place = { uri: document.uri, panel, viewTypes: [TEXT_TABLE] };
    const file = await this.#texts.open(document);
    if (!isInDiff(place) && (await this.#isSentOn(file, place))) return;
    this.#panels.show(file, panel);
    const unfit = file.onDidBecomeUnfit(() => void handOver(place, BYTES_TABLE));
    panel.onDidDispose(() => unfit.dispose());
  }

  /** Whether the file is shown by another editor, as it is none that this one can show. */
  async #isSentOn(file: TextFile, place: Place): Promise<boolean> {
    if (file.content.kind === 'foreign' && file.content.foreign.text) {
      await handOver(place, TEXT_EDITOR);
      return true;
    }
    if (file.isDirty) return false;
    const why = await whyOnlyBytes(file);
    if (why === null) return false;
    this.#notLinked.set(file.uri.toString(), why);
    await handOver(place, BYTES_TABLE);
    return true;
  }
}

/** Why VS Code's text would not be saved as the bytes that stand on disk; null where it would. */
async function whyOnlyBytes({ document, disk }: TextFile): Promise<string | null> {
  if (document.isUntitled) return null;
  await disk.accept();
  const { known } = disk;
  if (!known) return t`it is too large`;
  const why = whyNotLinked(known);
  // What is well-formed UTF-8 with one kind of line end comes back byte for byte, if it is read as that.
  return why ?? (/^utf8(bom)?$/.test(document.encoding) ? null : t`VS Code reads its text as ${document.encoding}`);
}
