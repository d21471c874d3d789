import { unnamedLayer } from '../table/entryNames.js';
import type { CalibrationTable } from '../table/table.js';
import type { FormatFacts } from './format.js';

/**
 * What a table's names name. A table of a format that is kept by layer can hold TensorRT's names of tensors all the
 * same, as NVIDIA's own script writes them: `(Unnamed Layer* N)` proves it, for no layer has such a name.
 */
export function keyedBy({ names }: Pick<CalibrationTable, 'names'>, format: FormatFacts): FormatFacts['keyedBy'] {
  return format.keyedBy === 'layer' && names.some((name) => unnamedLayer(name) !== null) ? 'tensor' : format.keyedBy;
}
