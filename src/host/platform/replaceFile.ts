import { randomBytes } from 'node:crypto';
import { access, chmod, constants, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { joined, type Pieces } from '../../core/model/pieces.js';

/**
 * Replaces a file whole or not at all: on local disks by a temporary file beside it and a rename, mode bits
 * kept, links followed; on other file systems as they do it. Throws what the file system throws.
 * @param pieces what follows one another in it: on local disks they are never put together
 */
export async function replaceFile(uri: vscode.Uri, pieces: Pieces): Promise<void> {
  const target = uri.scheme === 'file' ? await realpath(uri.fsPath).catch(() => null) : null;
  if (target !== null && (await replaceByRename(target, pieces))) return;
  // A new file of one piece is VS Code's to write; it makes folders, too.
  if (target === null && uri.scheme === 'file' && pieces.length > 1 && (await writeAnew(uri.fsPath, pieces))) return;
  await vscode.workspace.fs.writeFile(uri, joined(pieces));
}

/** False when the folder takes no new file: then the file has to be written in place. Throws for a file that is write-protected. */
async function replaceByRename(target: string, pieces: Pieces): Promise<boolean> {
  // A rename would get past the protection without a word.
  await access(target, constants.W_OK);
  const { mode } = await stat(target);
  return writeAnew(target, pieces, mode);
}

/** Writes a temporary file and gives it the name. False when the folder takes no new file. */
async function writeAnew(target: string, pieces: Pieces, mode?: number): Promise<boolean> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx').catch(() => null);
  if (!handle) return false;
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
    await handle.close();
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
    return true;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
