import type { Build, BuildLayer } from './build.js';

/** What a build comes to in numbers. */
export interface BuildSummary {
  readonly layers: number;
  /** Layers with weights, and those whose weights are INT8. */
  readonly weighted: number;
  readonly int8Weights: number;
  /** Of layers with INT8 weights: all ends INT8, an input in float, an output in float. */
  readonly int8AllInt8: number;
  readonly int8FloatInput: number;
  readonly int8FloatOutput: number;
  /** Layers that read INT8 and compute in float: an INT8 input alone proves nothing. */
  readonly int8InputFloatWeights: number;
  /** Conversions that are paid for: a Q or DQ that stayed, and those that TensorRT put in. */
  readonly reformatQdq: number;
  readonly reformat: number;
  readonly tensors: number;
  readonly int8Tensors: number;
}

export function summaryOf({ layers, tensors }: Build): BuildSummary {
  const weighted = layers.filter(({ weights }) => weights !== null);
  const int8 = weighted.filter(({ weights }) => weights === 'int8');
  const isFloat = (type: string | null): boolean => type !== 'int8';
  const count = (of: readonly BuildLayer[], test: (layer: BuildLayer) => boolean): number => of.filter(test).length;
  return {
    layers: layers.length,
    weighted: weighted.length,
    int8Weights: int8.length,
    int8AllInt8: count(int8, ({ input, output }) => !isFloat(input) && !isFloat(output)),
    int8FloatInput: count(int8, ({ input }) => isFloat(input)),
    int8FloatOutput: count(int8, ({ output }) => isFloat(output)),
    int8InputFloatWeights: count(weighted, ({ input, weights }) => input === 'int8' && weights !== 'int8'),
    reformatQdq: count(layers, ({ origin }) => origin === 'QDQ'),
    reformat: count(layers, ({ origin }) => origin === 'REFORMAT'),
    tensors: tensors.length,
    int8Tensors: tensors.filter(({ datatype }) => datatype === 'int8').length,
  };
}
