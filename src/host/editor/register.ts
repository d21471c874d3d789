import * as vscode from 'vscode';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import { Attendance } from './attendance.js';
import { BytesTableProvider } from './bytes/bytesProvider.js';
import type { EarlierSaves } from './bytes/earlierSaves.js';
import { RenamedEdits } from './bytes/renamedEdits.js';
import { Chooser } from './chooser.js';
import { DISK_SCHEME, DiskVersions } from './diskVersions.js';
import { Diagnostics } from './diagnostics.js';
import type { OpenFiles } from './openFiles.js';
import { TablePanels } from './tablePanels.js';
import { registerCloseTable } from './text/closeTable.js';
import type { TextFiles } from './text/textFiles.js';
import { watchTexts } from './text/textsInSight.js';
import { TextTableProvider } from './text/textProvider.js';
import { BYTES_TABLE, TABLE_EDITOR, TABLE_EDITOR_OPTION, TEXT_TABLE } from './viewTypes.js';

const OPTIONS = {
  supportsMultipleEditorsPerDocument: true,
  webviewOptions: { enableFindWidget: false, retainContextWhenHidden: false },
};

/** Registers the editors of tables, and what they find in the Problems panel. */
export function registerTableEditors(
  services: HostServices,
  openFiles: OpenFiles,
  texts: TextFiles,
  networks: NetworkChoices,
  saves: EarlierSaves,
): vscode.Disposable {
  const attendance = new Attendance(services, networks);
  const panels = new TablePanels(services, openFiles, attendance);
  const renamed = new RenamedEdits(openFiles);
  const notLinked = new Map<string, string>();
  const chooser = new Chooser(services, panels);
  const register = (
    viewType: string,
    provider: Parameters<typeof vscode.window.registerCustomEditorProvider>[1],
  ): vscode.Disposable => vscode.window.registerCustomEditorProvider(viewType, provider, OPTIONS);
  return vscode.Disposable.from(
    renamed,
    vscode.workspace.registerFileSystemProvider(DISK_SCHEME, new DiskVersions(openFiles), { isReadonly: true }),
    watchTexts(texts, attendance),
    registerCloseTable(services),
    new Diagnostics(openFiles),
    register(TABLE_EDITOR, chooser),
    register(TABLE_EDITOR_OPTION, chooser),
    register(TEXT_TABLE, new TextTableProvider(texts, panels, notLinked)),
    register(BYTES_TABLE, new BytesTableProvider(services, openFiles, panels, renamed, saves, notLinked)),
  );
}
