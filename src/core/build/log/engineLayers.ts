import type { BuildLayer, BuildTensor, End, EngineLine } from '../build.js';
import { datatypeOf, weakest } from '../datatype.js';
import { tensorsAt } from '../inspector/tensors.js';
import { END_NEW, END_OLD, LAYER } from './patterns.js';

/** The layer of a line of *Engine Layer Information*, or null. Its weights are not told. */
export function engineLine(line: string): EngineLine | null {
  const [, type = '', name = '', , inputs, outputs] = LAYER.exec(line) ?? [];
  if (inputs === undefined || outputs === undefined) return null;
  const [read, written] = [endsIn(inputs), endsIn(outputs)];
  const layer: BuildLayer = {
    name,
    type,
    input: weakest(read.map(({ datatype }) => datatype)),
    weights: null,
    output: weakest(written.map(({ datatype }) => datatype)),
    device: type === 'DLA' || name.startsWith('{ForeignNode[') ? 'DLA' : 'GPU',
    onnx: [],
    reads: read.map((end) => end.name),
    writes: written.map((end) => end.name),
    origin: type === 'Reformat' ? 'REFORMAT' : null,
  };
  return { layer, ends: [...read, ...written] };
}

function endsIn(text: string): End[] {
  const pattern = / \(\w+\[[^\]]*\]\)/.test(text) ? END_NEW : END_OLD;
  return [...text.matchAll(pattern)].map(([, name = '', type = '']) => ({ name, datatype: datatypeOf(type) }));
}

/** The tensors of all layers. */
export function tensorsOfEngine(lines: readonly EngineLine[]): BuildTensor[] {
  return tensorsAt(lines.flatMap(({ ends }) => ends));
}
