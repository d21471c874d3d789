import * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
import { noTable, tableOf, type Source } from '../../worker/jobs/source.js';
import type { HostServices } from '../ui/services.js';
import { isLarge } from '../work/large.js';
import { receiveDocument } from '../work/receiveDocument.js';

/** A file as the user sees it now: with the unsaved edits of our editor or of a text editor. Throws what the file system throws. */
export async function currentBytes(uri: vscode.Uri, services: HostServices): Promise<Uint8Array> {
  const open = services.openBytes(uri);
  if (open) return open;
  const text = vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  return text ? new TextEncoder().encode(text.getText()) : vscode.workspace.fs.readFile(uri);
}

/**
 * Reads a file that has to be a table. Throws Error with a sentence that says what it is instead.
 * @param token cancels the reading of a large one
 */
export async function readTable(
  uri: vscode.Uri,
  services: HostServices,
  token?: vscode.CancellationToken,
): Promise<TableDocument> {
  const bytes = await currentBytes(uri, services);
  const source = { bytes, path: uri.path, label: vscode.workspace.asRelativePath(uri) };
  return isLarge(bytes) ? readLarge(source, services, token) : tableOf(source);
}

async function readLarge(
  { bytes, path, label }: Source,
  { background }: HostServices,
  token: vscode.CancellationToken | undefined,
): Promise<TableDocument> {
  const found = await background.run('read', { bytes, path }, { token });
  if ('foreign' in found) throw noTable(label, found.foreign);
  return receiveDocument(found.document, bytes);
}
