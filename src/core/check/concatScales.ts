/** Concats whose inputs can't share one scale, as they do where TensorRT removes the Concat: each input takes its output's. */
import { finding, type Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { matchesByTensor } from '../naming/matchesByTensor.js';
import type { Naming } from '../naming/match.js';
import type { LayerEntry } from '../naming/networkNames.js';
import { dynamicRange } from '../table/quantization.js';
import { entryScale } from '../table/table.js';
import { t } from '../texts/translate.js';

/** Two bits of eight: what is this much smaller than another has 32 steps left on each side of zero, or fewer. */
const MOST_TIMES = 4;

/** A tensor of a Concat with its entry, by index, and its range. */
interface Side {
  readonly entry: number;
  readonly range: number;
}

/** One finding a Concat, at the input with the widest range. */
export function concatScales(document: TableDocument, naming: Naming): Finding[] {
  const sideOf = sidesIn(document, naming);
  return naming.names.entries.flatMap((layer) => {
    if (layer.layerType !== 'Concat') return [];
    const inputs = layer.reads.flatMap((tensor) => sideOf(tensor) ?? []).sort((a, b) => a.range - b.range);
    const [narrowest, widest] = [inputs[0], inputs.at(-1)];
    if (!narrowest || !widest) return [];
    const output = sideOf(layer.tensor ?? -1);
    const why = narrows(document, narrowest, widest) ?? clips(document, output, widest);
    return why === null ? [] : [concatFinding(document, layer, widest, why)];
  });
}

/** The entry of each tensor that a table has a usable number for. */
function sidesIn(document: TableDocument, { names, matches }: Naming): (tensor: number) => Side | null {
  const { keyedBy, ofInputs = false } = document.format;
  const ofTensors = keyedBy === 'tensor' ? matches : matchesByTensor(matches, names, ofInputs);
  return (tensor) => {
    const entry = ofTensors[tensor]?.entry;
    if (entry === undefined || names.tensors[tensor]?.calibrated === 'no') return null;
    const range = dynamicRange(Math.abs(entryScale(document.table, entry)));
    // Zero, Inf and NaN have rules of their own.
    return range > 0 && range < Infinity ? { entry, range } : null;
  };
}

function narrows({ table }: TableDocument, narrowest: Side, widest: Side): string | null {
  if (widest.range <= MOST_TIMES * narrowest.range) return null;
  const steps = Math.round((127 * narrowest.range) / widest.range);
  return t`${times(widest, narrowest)} times that of "${table.names[narrowest.entry] ?? ''}" (±${digits(narrowest.range)}), which has ${steps} of its 127 steps left when they share one scale`;
}

function clips({ table }: TableDocument, output: Side | null, widest: Side): string | null {
  if (!output || widest.range <= MOST_TIMES * output.range) return null;
  return t`${times(widest, output)} times that of the output "${table.names[output.entry] ?? ''}" (±${digits(output.range)}), which clips it when they share one scale`;
}

function concatFinding({ table, spans }: TableDocument, layer: LayerEntry, widest: Side, why: string): Finding {
  const { entry: index, range } = widest;
  const concat = layer.name === '' ? 'a Concat' : t`the Concat "${layer.name}"`;
  const message = t`An input of ${concat}: its range, ±${digits(range)}, is ${why}. TensorRT gives the inputs of a Concat that it removes the scale of its output.`;
  return finding('concat-scales', message, { entry: table.names[index] ?? '', index, line: spans.line[index] });
}

function times(wide: Side, narrow: Side): string {
  return digits(wide.range / narrow.range, 3);
}

function digits(value: number, count = 6): string {
  return String(Number(value.toPrecision(count)));
}
