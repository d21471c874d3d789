import type * as vscode from 'vscode';
import { counted } from '../../../core/render/counts.js';
import { baseName } from '../../ui/baseName.js';
import type { HostServices } from '../../ui/services.js';
import { currentBytes } from '../readTable.js';
import type { TableFile } from '../tableFile.js';
import { readValues } from './readValues.js';
import { t } from '../../../core/texts/translate.js';

/**
 * Shows for a table what another file says of the values of its tensors.
 * @returns how many entries have a histogram there. Throws Error with a sentence where none has.
 */
export async function borrowValues(file: TableFile, source: vscode.Uri, services: HostServices): Promise<number> {
  const values = await readValues(await currentBytes(source, services), source, services);
  if (values.names.length === 0)
    throw new Error(
      t`"${baseName(source)}" holds no histograms. onnxruntime writes them into calibration.json with Entropy, Percentile and Distribution, not with MinMax.`,
    );
  const known = new Set(values.names);
  const names = file.content.kind === 'table' ? file.content.document.table.names : [];
  const shared = names.filter((name) => known.has(name)).length;
  if (shared === 0)
    throw new Error(
      t`None of the ${counted(values.names.length, t`tensor`, t`tensors`)} with a histogram in "${baseName(source)}" is an entry of "${baseName(file.uri)}": names have to be the same.`,
    );
  file.showValues({ ...values, source: baseName(source) });
  return shared;
}
