import { compareDumps, pairDumps, type DumpComparison } from '../../core/tensors/compareDumps.js';
import { differencePicture, type DifferencePicture } from '../../core/tensors/differencePicture.js';
import { readDump } from '../../core/tensors/dumps/index.js';
import type { InputFile } from '../../core/tensors/inputFile.js';

/** Files of two dumps. No model is run, but what reads arrays is in this bundle alone. */
export interface OutputsOrder {
  readonly timeLimit: null;
  readonly first: readonly InputFile[];
  readonly second: readonly InputFile[];
  readonly epsilon: number;
}

export interface OutputsAnswer {
  readonly comparison: DumpComparison;
  /** One for each of its tensors. */
  readonly pictures: readonly DifferencePicture[];
}

/** Compares two dumps; files of nothing but numbers are float32. Throws TensorError with a sentence. */
export function outputsJob({ first, second, epsilon }: OutputsOrder): OutputsAnswer {
  const raw = { type: 'float32' as const, dims: null };
  const [one, other] = [readDump(first, raw), readDump(second, raw)];
  const comparison = compareDumps(one, other, epsilon);
  const pairs = new Map(pairDumps(one, other).pairs.map((pair) => [pair.name, pair]));
  const pictures = comparison.tensors.flatMap(({ name }) => {
    const pair = pairs.get(name);
    return pair ? [differencePicture(pair.first, pair.second)] : [];
  });
  return { comparison, pictures };
}
