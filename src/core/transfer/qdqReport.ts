/** What a conversion into a Q/DQ model did, as plain data: the shape of the command line's report. */
import { bitsToHex, floatToBits } from '../bytes/float32.js';
import { nodeLabel } from '../model/model.js';
import type { CalibrationTable } from '../table/table.js';
import type { ConversionReport, Renamed } from './convert.js';
import type { QdqPlan } from './toQdq.js';
import { t } from '../texts/translate.js';

export interface QdqReport extends ConversionReport {
  readonly placement: string;
  readonly opset: QdqPlan['opset'];
  readonly pairs: readonly {
    readonly tensor: string;
    readonly scale: number;
    readonly bits: string;
    readonly uses: readonly {
      readonly node: string;
      readonly op: string;
      readonly input: number;
      readonly why: string;
    }[];
  }[];
  readonly weights: readonly {
    readonly tensor: string;
    readonly axis: number | null;
    readonly channels: number;
    readonly nodes: readonly string[];
  }[];
  readonly left: readonly { readonly node: string; readonly op: string; readonly why: string }[];
  readonly unplaced: readonly { readonly name: string; readonly why: string }[];
}

/** Said of every Q/DQ model that is written. */
export const FLOAT_LAYERS = t`Layers without a pair run in FP32. For FP16, run ModelOpt AutoCast on the new model afterwards (it raises the opset to 19).`;

export function qdqReport(table: CalibrationTable, plan: QdqPlan, renamed: readonly Renamed[] = []): QdqReport {
  const { placement, opset, dropped, options } = plan;
  return {
    entriesIn: table.names.length,
    entriesOut: placement.pairs.length,
    renamed,
    dropped,
    missing: placement.missing,
    lost: losses(table, plan),
    placement: options.placement,
    opset,
    pairs: placement.pairs.map(({ tensor, scale, uses }) => ({
      tensor,
      scale,
      bits: bitsToHex(floatToBits(scale)),
      uses: uses.map(({ node, input, why }) => ({ node: nodeLabel(node), op: node.op, input, why })),
    })),
    weights: placement.weights.map(({ tensor, axis, scales, owners }) => ({
      tensor,
      axis,
      channels: scales.length,
      nodes: owners.map(nodeLabel),
    })),
    left: placement.left.map(({ node, why }) => ({ node: nodeLabel(node), op: node.op, why })),
    unplaced: placement.unplaced,
  };
}

function losses({ header }: CalibrationTable, { placement, dropped }: QdqPlan): string[] {
  const absent = placement.unplaced.length + dropped.length;
  return [
    ...(header.raw === null ? [] : [t`The header "${header.raw.trim()}" (version and algorithm).`]),
    ...(absent === 0 ? [] : [t`${absent} entries are not in the model: keep the table.`]),
  ];
}
