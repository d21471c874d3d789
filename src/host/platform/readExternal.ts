import * as vscode from 'vscode';
import { ModelError } from '../../core/model/records.js';
import type { ReadExternal } from '../../core/model/tensorData.js';
import { readPart } from '../../node/readPart.js';
import { readExternal as readWhole } from './readExternal.web.js';
import { t } from '../../core/texts/translate.js';

/** Reads parts of files within the folder of a model; on local disks no more than these parts, links resolved. */
export function readExternal(model: vscode.Uri): ReadExternal {
  if (model.scheme !== 'file') return readWhole(model);
  const folder = vscode.Uri.joinPath(model, '..').fsPath;
  return async (place) => {
    try {
      return await readPart(folder, place);
    } catch (error) {
      if (error instanceof ModelError) throw error;
      throw new ModelError(t`its external data "${place.location}" can't be read (is it beside the model?).`);
    }
  };
}
