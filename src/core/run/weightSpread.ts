/** What one scale for a whole weight tensor loses against one a channel, as NVDLA and others quantize. */
import { RangeDamage } from '../activations/rangeDamage.js';
import { graphOf } from '../model/graph.js';
import { nodeLabel } from '../model/model.js';
import { weightValues } from '../model/place/bakedWeights.js';
import type { Placement, WeightPair } from '../model/place/placement.js';
import type { Subject } from './subject.js';

export interface WeightSpread {
  readonly tensor: string;
  /** Layers whose weights they are. */
  readonly nodes: readonly string[];
  readonly channels: number;
  /** Largest range of a channel divided by the smallest, channels of zeros left out; 1 where there is one scale. */
  readonly spread: number;
  /** Signal to noise of the weights with one scale a channel, and with one for all. */
  readonly perChannelDb: number;
  readonly perTensorDb: number;
}

/** Widest spread first. Throws ModelError when weights can't be read. */
export async function weightSpreads(
  { model, external }: Pick<Subject, 'model' | 'external'>,
  { weights }: Pick<Placement, 'weights'>,
): Promise<WeightSpread[]> {
  const graph = graphOf(model);
  const spreads: WeightSpread[] = [];
  for (const pair of weights) {
    const { values, dims } = await weightValues(graph, pair, external);
    spreads.push({
      tensor: pair.tensor,
      nodes: pair.owners.map(nodeLabel),
      channels: pair.scales.length,
      ...spreadOf(pair, values, dims),
    });
  }
  return spreads.sort((a, b) => b.spread - a.spread);
}

function spreadOf(
  { scales, axis }: WeightPair,
  values: Float32Array,
  dims: readonly number[],
): Pick<WeightSpread, 'spread' | 'perChannelDb' | 'perTensorDb'> {
  const inner = axis === null ? values.length : dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  const ranges = new Float64Array(scales.length);
  const channelOf = (i: number): number => (axis === null ? 0 : Math.floor(i / inner) % scales.length);
  values.forEach((value, i) => (ranges[channelOf(i)] = Math.max(ranges[channelOf(i)] ?? 0, Math.abs(value))));
  const used = ranges.filter((range) => range > 0);
  const largest = used.reduce((most, range) => Math.max(most, range), 0);
  const perChannel = new RangeDamage();
  const perTensor = new RangeDamage();
  values.forEach((value, i) => {
    perChannel.take(value, scales[channelOf(i)] ?? NaN);
    perTensor.take(value, Math.fround(largest / 127));
  });
  return {
    spread: used.length === 0 ? 1 : largest / used.reduce((least, range) => Math.min(least, range), Infinity),
    perChannelDb: perChannel.sqnrDb,
    perTensorDb: perTensor.sqnrDb,
  };
}
