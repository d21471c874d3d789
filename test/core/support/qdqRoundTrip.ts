/** A table into a model and out of it again, as the tests of both ways need it. */
import { floatToBits } from '../../../src/core/bytes/float32.js';
import { onnxQdq } from '../../../src/core/formats/onnxQdq.js';
import { readModel } from '../../../src/core/model/model.js';
import { joined } from '../../../src/core/model/pieces.js';
import { stripPairs } from '../../../src/core/model/qdq/strip.js';
import { NO_EXTERNAL, type ReadExternal } from '../../../src/core/model/tensorData.js';
import { NO_HEADER } from '../../../src/core/table/header.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { qdqReport, type QdqReport } from '../../../src/core/transfer/qdqReport.js';
import { planQdq, writeQdq, type ToQdqOptions } from '../../../src/core/transfer/toQdq.js';

/** A table of float32 scales. */
export function scalesTable(scales: Readonly<Record<string, number>>): CalibrationTable {
  const values = Float64Array.from(Object.values(scales), Math.fround);
  const bits = Uint32Array.from(values, floatToBits);
  return { format: 'tensorrt', quantity: 'scale', header: NO_HEADER, names: Object.keys(scales), values, bits };
}

export interface Placed {
  readonly bytes: Uint8Array;
  /** The model that the pairs were put into. */
  readonly plain: Uint8Array;
  readonly report: QdqReport;
}

export async function place(
  model: Uint8Array,
  scales: Readonly<Record<string, number>>,
  options: Partial<ToQdqOptions> = {},
  external: ReadExternal = NO_EXTERNAL,
): Promise<Placed> {
  const table = scalesTable(scales);
  const full = { placement: 'tensorrt', exclude: [], perTensorWeights: false, replaceQdq: false, ...options } as const;
  const plan = await planQdq(table, model, full, { external });
  return { bytes: joined(writeQdq(plan)), plain: plan.model.bytes, report: qdqReport(table, plan) };
}

/** The model without its pairs. */
export async function strip(bytes: Uint8Array, external: ReadExternal = NO_EXTERNAL): Promise<Uint8Array> {
  return joined((await stripPairs(readModel(bytes), external)).pieces);
}

/** The entries of a Q/DQ model: name and bits. */
export function entriesIn(bytes: Uint8Array): Record<string, number> {
  const { names, bits } = onnxQdq.read(bytes).table;
  return Object.fromEntries(names.map((name, i) => [name, bits?.[i] ?? 0]));
}

/** Which node reads which pair, and why: `tensor -> node[input] why`. */
export function usesOf({ pairs }: QdqReport): string[] {
  return pairs.flatMap(({ tensor, uses }) =>
    uses.map(({ node, input, why }) => `${tensor} -> ${node}[${input}] ${why}`),
  );
}
