import * as vscode from 'vscode';
import { COPY_FORMATS } from '../../core/answers/copyAs.js';
import type { TableDocument } from '../../core/formats/format.js';
import { counted } from '../../core/render/counts.js';
import { safe, safeText } from '../../core/render/safe.js';
import { isIndex } from '../../protocol/common.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { activeFile } from '../ui/activeFile.js';
import { askOne } from '../ui/ask.js';
import { registerCommand } from '../ui/commands.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { t } from '../../core/texts/translate.js';

/** *Copy Entries As…*: of the text the selected lines, else all entries of the active table. The second argument is the format's id, the third the entries, for callers that know them. */
export function registerCopyAs(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  return registerCommand(
    services,
    'copyAs',
    async (target?: unknown, format?: unknown, given?: unknown): Promise<void> => {
      const uri = target instanceof vscode.Uri ? target : activeFile();
      const content = uri && openFiles.fileOf(uri)?.content;
      if (!uri || content?.kind !== 'table') return void notify('info', safe`Open a calibration table first.`);
      // A view tells which of its rows are selected.
      const entries = Array.isArray(given) ? given.filter(isIndex) : selectedIn(content.document, uri);
      const items = COPY_FORMATS.map((known) => ({
        label: safeText(known.label),
        detail: safeText(known.detail),
        known,
      }));
      const chosen =
        COPY_FORMATS.find(({ id }) => id === format) ??
        (
          await askOne(items, {
            title: safeText(t`Copy ${counted(entries.length, t`entry`, t`entries`)} as…`),
            placeHolder: safe`As what?`,
            matchOnDetail: true,
          })
        )?.known;
      if (!chosen) return;
      await vscode.env.clipboard.writeText(chosen.text(content.document.table, entries));
      tellInStatusBar(safeText(t`Copied ${counted(entries.length, t`entry`, t`entries`)}: ${chosen.label}`), 5000);
    },
  );
}

/** The entries on the selected lines of the text; all where nothing is selected, or the table is not shown as text. */
function selectedIn({ table, spans }: TableDocument, uri: vscode.Uri): number[] {
  const all = table.names.map((_, index) => index);
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString() || editor.selection.isEmpty) return all;
  const { start, end } = editor.selection;
  const on = all.filter((index) => {
    const line = (spans.line[index] ?? 0) - 1;
    return line >= start.line && line <= end.line;
  });
  return on.length > 0 ? on : all;
}
