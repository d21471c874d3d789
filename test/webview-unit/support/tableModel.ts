import { finding } from '../../../src/core/findings/finding.js';
import { floatToBits } from '../../../src/core/bytes/float32.js';
import { NO_HEADER } from '../../../src/core/table/header.js';
import type { TableMessage } from '../../../src/protocol/table.js';
import { modelOf, type TableModel } from '../../../webview/table/model.js';

export const NAMES = [
  'data',
  '(Unnamed Layer* 10) [Convolution]_output',
  '(Unnamed Layer* 9) [Scale]_output',
  'broken',
];
export const SCALES = [1.5, 0.013044008053839207, 0, NaN];

/** A table of four entries, or another one. */
export function model(change: Partial<TableMessage> = {}): TableModel {
  const message: Partial<TableMessage> = {
    type: 'table',
    revision: 1,
    quantity: 'scale',
    header: NO_HEADER,
    reuse: [],
    readOnly: false,
    readOnlyReason: null,
    format: {
      id: 'tensorrt',
      label: 'TensorRT calibration cache',
      hasHeader: true,
      keyedBy: 'tensor',
      storage: 'float32',
    },
    names: NAMES,
    values: Float64Array.from(SCALES),
    bits: Uint32Array.from(SCALES, floatToBits),
    findings: [
      finding('zero-scale', 'The scale is 0.', { entry: NAMES[2] ?? '', index: 2, line: 4 }),
      finding('duplicate-name', 'Twice.', { entry: 'broken', index: 3, line: 5 }),
      finding('non-finite-scale', 'The scale is NaN.', { entry: 'broken', index: 3, line: 5 }),
      finding('unknown-header', 'Odd.', { line: 1 }),
    ],
    ...change,
  };
  return modelOf(message as TableMessage);
}
