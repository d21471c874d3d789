import * as vscode from 'vscode';
import { ModelError } from '../../core/model/records.js';
import type { ReadExternal } from '../../core/model/tensorData.js';
import { t } from '../../core/texts/translate.js';

/** Reads parts of files in the folder of a model, as its file system has them: whole. That they lie within it, their names say. */
export function readExternal(model: vscode.Uri): ReadExternal {
  return async ({ location, offset, length }) => {
    const uri = vscode.Uri.joinPath(model, '..', location.replaceAll('\\', '/'));
    const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => null);
    if (!bytes) throw new ModelError(t`its external data "${location}" can't be read (is it beside the model?).`);
    const end = length === null ? bytes.length : offset + length;
    if (end > bytes.length || offset > bytes.length)
      throw new ModelError(
        t`its external data "${location}" ends at byte ${bytes.length}, and ${offset} to ${end} are asked for.`,
      );
    return bytes.slice(offset, end);
  };
}
