/** Weights as INT8 makes them: what a Q/DQ pair on them would give, worked out once instead of in every run. */
import type { Graph } from '../graph.js';
import { constantTensor } from '../graph.js';
import { float32Bytes, type ReadExternal } from '../tensorData.js';
import { ModelError } from '../records.js';
import { fakeQuantized } from '../../activations/fakeQuantize.js';
import type { WeightPair } from './placement.js';
import { t } from '../../texts/translate.js';

export interface BakedWeights {
  readonly dims: readonly number[];
  readonly values: Float32Array;
}

/** The weights of a pair after quantization, in float32. Throws {@link ModelError} when their data can't be read. */
export async function bakedWeights(graph: Graph, pair: WeightPair, external: ReadExternal): Promise<BakedWeights> {
  const { values, dims } = await weightValues(graph, pair, external);
  const inner =
    pair.axis === null ? values.length : dims.slice(pair.axis + 1).reduce((product, dim) => product * dim, 1);
  const channels = pair.scales.length;
  const baked = values.map((value, i) =>
    fakeQuantized(value, pair.scales[pair.axis === null ? 0 : Math.floor(i / inner) % channels] ?? NaN),
  );
  return { dims, values: baked };
}

/** The weights of a pair as they stand in the model. Throws {@link ModelError} when their data can't be read. */
export async function weightValues(
  graph: Graph,
  { tensor }: Pick<WeightPair, 'tensor'>,
  external: ReadExternal,
): Promise<BakedWeights> {
  const data = constantTensor(graph, tensor);
  if (!data) throw new ModelError(t`the weights "${tensor}" are not in the model.`);
  const bytes = await float32Bytes(graph.model.bytes, data, external);
  // Bytes of a file stand anywhere; float32 views need aligned ones.
  return { dims: data.dims, values: new Float32Array(bytes.slice().buffer) };
}
