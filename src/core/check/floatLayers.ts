/** Layers of an ONNX network that a conversion into a Q/DQ model would leave in float, as far as the table decides it. */
import { floatKind, isNegative } from '../bytes/float32.js';
import { finding, type Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import type { Network, NetworkLayer } from '../network/network.js';
import { entryBits, type CalibrationTable } from '../table/table.js';
import { t } from '../texts/translate.js';

const WEIGHTED = new Set(['Conv', 'ConvTranspose', 'Gemm', 'MatMul']);

/** A finding for each layer with weights whose input has no entry that a pair can have. The entry itself is told by other rules. */
export function floatLayers({ table, format }: TableDocument, network: Network): Finding[] {
  if (network.kind !== 'onnx' || network.quantizesItself || format.keyedBy !== 'tensor') return [];
  const usable = usableNames(table);
  return network.layers.flatMap((layer) => {
    const tensor = activationOf(layer, network);
    if (tensor === null || usable.has(tensor)) return [];
    const message = t`"${layer.name || layer.tops[0] || layer.type}" (${layer.type}) would stay in float in a Q/DQ model: its input "${tensor}" has no usable entry.`;
    return [finding('no-pair-for-layer', message, {}, 'info')];
  });
}

/** What a layer with weights reads besides them; null for other layers. */
function activationOf({ type, bottoms }: NetworkLayer, { constants }: Network): string | null {
  if (!WEIGHTED.has(type)) return null;
  const [first = '', second = ''] = bottoms;
  if (type !== 'MatMul') return constants.has(first) || first === '' ? null : first;
  if (constants.has(first) === constants.has(second)) return null;
  return constants.has(first) ? second : first;
}

/** Names whose first entry is finite, above zero and no denormal. */
function usableNames(table: CalibrationTable): ReadonlySet<string> {
  const first = new Map([...table.names.keys()].reverse().map((index) => [table.names[index] ?? '', index]));
  const isUsable = (index: number): boolean => {
    const bits = entryBits(table, index);
    return floatKind(bits) === 'normal' && !isNegative(bits);
  };
  return new Set([...first].flatMap(([name, index]) => (isUsable(index) ? [name] : [])));
}
