import * as vscode from 'vscode';
import type { Pieces } from '../../core/model/pieces.js';
import { safe } from '../../core/render/safe.js';
import { baseName } from '../ui/baseName.js';
import { withWord } from '../ui/progress.js';
import { writeFile } from '../ui/writeFile.js';
import { t } from '../../core/texts/translate.js';

/** Where a transfer writes its file to. */
export interface NewFile {
  readonly source: vscode.Uri;
  /** What the source is to the user, such as `the file that is being converted`. */
  readonly sourceIs: string;
  readonly target: vscode.Uri;
  readonly mayOverwrite: boolean;
}

/** Writes a new file. Throws Error with a sentence when it is the source, when it exists and may not be overwritten, or can't be written. */
export async function writeNewFile(file: NewFile, bytes: Uint8Array | Pieces): Promise<void> {
  await checkTarget(file);
  await withWord(safe`Writing ${baseName(file.target)}`, () => writeFile(file.target, bytes));
}

async function checkTarget({ source, sourceIs, target, mayOverwrite }: NewFile): Promise<void> {
  if (target.toString() === source.toString())
    throw new Error(t`"${baseName(target)}" is ${sourceIs}: choose another name.`);
  if (!mayOverwrite && (await exists(target))) throw new Error(t`"${baseName(target)}" exists already.`);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
