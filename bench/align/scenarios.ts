/** What the alignment is tried on: how tensors are named before and after. */
import {
  describing,
  numbers,
  operators,
  partlyUnnamed,
  paths,
  sequence,
  unnamed,
  withEnding,
  type Scheme,
} from './naming.js';

export interface Renaming {
  readonly what: string;
  readonly old: Scheme;
  readonly new: Scheme;
  /** Share of the new layers that take over the name of a removed one. */
  readonly reused?: number;
  /** The lines of the new file stand in another order. */
  readonly shuffled?: boolean;
}

const tf2onnx = operators((operator, number) => `${operator}_${number}__output`);
const legacy = operators((operator, number) => `onnx::${operator}_${number}`);

export const RENAMINGS: readonly Renaming[] = [
  { what: 'names are kept', old: describing, new: describing },
  { what: 'names are kept, lines shuffled', old: describing, new: describing, shuffled: true },
  { what: 'names of removed layers are reused', old: describing, new: describing, reused: 0.5 },
  { what: 'a fifth is unnamed: renumbered', old: partlyUnnamed, new: partlyUnnamed },
  { what: 'all are unnamed: renumbered', old: unnamed, new: unnamed },
  { what: 'numbers: renumbered', old: numbers(120), new: numbers(120) },
  { what: 'numbers: from another one on', old: numbers(120), new: numbers(147) },
  { what: 'operators with numbers: renumbered', old: tf2onnx, new: tf2onnx },
  { what: 'module paths: blocks renumbered', old: paths(''), new: paths('') },
  { what: 'one sequence: blocks renumbered', old: sequence, new: sequence },
  { what: 'another root', old: paths(''), new: paths('/backbone') },
  { what: 'another ending', old: sequence, new: withEnding(sequence, '__output') },
  { what: 'numbers become operators', old: numbers(120), new: legacy },
  { what: 'names by hand become module paths', old: describing, new: paths('') },
  { what: 'unnamed become numbers', old: unnamed, new: numbers(1) },
  { what: 'operators become module paths', old: tf2onnx, new: paths('') },
];
