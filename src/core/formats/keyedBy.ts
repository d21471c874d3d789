import { unnamedLayer } from '../table/entryNames.js';
import type { FormatFacts, TableDocument } from './format.js';

/**
 * What a table's names name. A table of a format that is kept by layer can hold TensorRT's names of tensors all the
 * same, as NVIDIA's own script writes them: `(Unnamed Layer* N)` proves it, for no layer has such a name.
 */
export function keyedBy({ table, format }: TableDocument): FormatFacts['keyedBy'] {
  return format.keyedBy === 'layer' && table.names.some((name) => unnamedLayer(name) !== null)
    ? 'tensor'
    : format.keyedBy;
}
