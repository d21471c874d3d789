import { access, constants, stat } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { isWriteProtected as isReadOnlyThere } from './isWriteProtected.web.js';

/** Nobody may write. */
const NO_WRITER = 0o222;

/**
 * Whether a file is write-protected: on local disks by its mode bits, as VS Code's own editors have it, or because this user may not
 * write it; on others as their file system says. False for a file that is not there.
 */
export async function isWriteProtected(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return isReadOnlyThere(uri);
  try {
    if (((await stat(uri.fsPath)).mode & NO_WRITER) === 0) return true;
    return await access(uri.fsPath, constants.W_OK).then(
      () => false,
      () => true,
    );
  } catch {
    return false;
  }
}
