import * as vscode from 'vscode';
import { spliceBetween } from '../../core/bytes/splice.js';
import { diskVersionUri } from './diskVersions.js';
import type { OpenFiles } from './openFiles.js';
import type { TableFile } from './tableFile.js';
import { t } from '../../core/texts/translate.js';

/** *Compare*: what stands on disk, or what a save replaced there, beside the table with its unsaved edits. */
export async function compareWithDisk({ uri, disk }: TableFile): Promise<void> {
  const version = diskVersionUri(uri, disk.replaced ? 'replaced' : 'now');
  await vscode.commands.executeCommand('calibrationTables.compareWith', version, uri);
}

/** *Keep Mine*: from now on what stands on disk is what the edits were made on. */
export async function keepMine(file: TableFile): Promise<void> {
  file.disk.replaced = null;
  await file.disk.accept();
  file.refresh();
}

/** *Take Theirs*: gives up the unsaved edits; what a save replaced comes back as an edit. Throws Error when it can't. */
export async function takeTheirs(file: TableFile, openFiles: OpenFiles): Promise<void> {
  const { replaced } = file.disk;
  if (!replaced) return openFiles.revert(file);
  const problem = await file.change(
    ({ bytes }) => ({ splice: spliceBetween(bytes, replaced) }),
    t`Take What Was on Disk`,
    file.revision,
  );
  if (problem !== null) throw new Error(problem);
  file.disk.replaced = null;
  file.refresh();
}
