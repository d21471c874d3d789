import { randomBytes } from 'node:crypto';
import { access, chmod, constants, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * Replaces a file whole or not at all: on local disks by a temporary file beside it and a rename, mode bits
 * kept, links followed; on other file systems as they do it. Throws what the file system throws.
 */
export async function replaceFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const target = uri.scheme === 'file' ? await realpath(uri.fsPath).catch(() => null) : null;
  if (target === null || !(await replaceByRename(target, bytes))) await vscode.workspace.fs.writeFile(uri, bytes);
}

/** False when the folder takes no new file: then the file has to be written in place. Throws for a file that is write-protected. */
async function replaceByRename(target: string, bytes: Uint8Array): Promise<boolean> {
  // A rename would get past the protection without a word.
  await access(target, constants.W_OK);
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx').catch(() => null);
  if (!handle) return false;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await chmod(temporary, (await stat(target)).mode);
    await rename(temporary, target);
    return true;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
