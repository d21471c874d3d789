/** What a plan of Q/DQ pairs does with each layer and each entry, as rows to look at one by one. */
import { nodeLabel, type ModelNode } from '../model/model.js';
import type { QdqKind } from './qdqKinds.js';
import type { QdqPlan } from './toQdq.js';

/** A layer that reads a pair, a layer that stays in float, or an entry without a pair. */
export interface QdqRow {
  readonly kind: QdqKind;
  /** The node as messages and `--exclude` name it; null for an entry. */
  readonly layer: string | null;
  readonly op: string | null;
  /** The tensor that is quantized, the one by which the layer is excluded, or the entry's name; null for a layer without one. */
  readonly tensor: string | null;
  /** Of a pair; NaN elsewhere. */
  readonly scale: number;
  /** `weighted`, `residual`, …; or why there is no pair, as a clause. */
  readonly why: string;
}

/** Layers in the order of the model, those with a pair and those without, and behind them the entries that have none. */
export function qdqRows({ placement, dropped, options }: QdqPlan): QdqRow[] {
  const exclude = new Set(options.exclude);
  const rowOfLeft = (node: ModelNode, why: string): QdqRow => {
    const tensor = node.inputs.find((name) => exclude.has(name)) ?? null;
    const isExcluded = tensor !== null || exclude.has(nodeLabel(node)) || exclude.has(node.name);
    return layerRow(isExcluded ? 'excluded' : 'float', node, { tensor, scale: NaN, why });
  };
  const paired = placement.pairs.flatMap(({ tensor, scale, uses }) =>
    uses.map(({ node, input, why }) => ({ node, input, row: layerRow('pair', node, { tensor, scale, why }) })),
  );
  const left = placement.left.map(({ node, why }) => ({
    node,
    input: 0,
    row: rowOfLeft(node, why),
  }));
  const layers = [...paired, ...left].sort((a, b) => a.node.index - b.node.index || a.input - b.input);
  return [
    ...layers.map(({ row }) => row),
    ...placement.unplaced.map(({ name, why }) => entryRow('unplaced', name, why)),
    ...dropped.map(({ name, why }) => entryRow('dropped', name, why)),
  ];
}

function layerRow(kind: QdqKind, node: ModelNode, rest: Pick<QdqRow, 'tensor' | 'scale' | 'why'>): QdqRow {
  return { kind, layer: nodeLabel(node), op: node.op, ...rest };
}

function entryRow(kind: QdqKind, name: string, why: string): QdqRow {
  return { kind, layer: null, op: null, tensor: name, scale: NaN, why };
}
