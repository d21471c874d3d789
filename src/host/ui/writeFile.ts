import * as vscode from 'vscode';
import type { Pieces } from '../../core/model/pieces.js';
import { safe } from '../../core/render/safe.js';
import { replaceFile } from '../platform/replaceFile.js';
import { baseName } from './baseName.js';
import { t } from '../../core/texts/translate.js';
import { messageOf } from '../../core/texts/messageOf.js';

/** What file systems say by codes: Node's on local disks, VS Code's on others. */
const REASONS: Readonly<Record<string, string>> = {
  FileIsADirectory: t`a folder has its name`,
  EISDIR: t`a folder has its name`,
  NoPermissions: t`it, or its folder, is write-protected`,
  EACCES: t`it, or its folder, is write-protected`,
  EPERM: t`it, or its folder, is write-protected`,
  EROFS: t`its disk is read-only`,
  ENOSPC: t`the disk is full`,
  EDQUOT: t`the disk quota is used up`,
  FileNotFound: t`its folder is gone`,
  ENOENT: t`its folder is gone`,
  ENOTDIR: t`its folder is gone`,
  ENAMETOOLONG: t`its name is too long for its disk`,
  Unavailable: t`its file system is not available`,
};

/** Writes a file, given whole or in pieces, whole or not at all. Throws Error with a sentence that names this file, and no temporary one. */
export async function writeFile(uri: vscode.Uri, bytes: Uint8Array | Pieces): Promise<void> {
  try {
    if (await isFolder(uri)) throw vscode.FileSystemError.FileIsADirectory(uri);
    await replaceFile(uri, bytes instanceof Uint8Array ? [bytes] : bytes);
  } catch (error) {
    throw new Error(safe`"${baseName(uri)}" could not be written: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return messageOf(error);
  return REASONS[code] ?? t`the file system says ${code}`;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}
