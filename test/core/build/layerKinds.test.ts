import assert from 'node:assert/strict';
import type { Build, BuildLayer } from '../../../src/core/build/build.js';
import { floatIslands, layerKinds } from '../../../src/core/build/layerKinds.js';

function layer(name: string, reads: string, writes: string, types: string, origin: string | null = null): BuildLayer {
  const [input = '', weights = '', output = ''] = types.split(' ');
  return {
    ...{ name, type: 'Convolution', device: 'GPU', onnx: [], origin },
    ...{ input, weights: weights === '-' ? null : weights, output },
    ...{ reads: reads.split(' '), writes: writes.split(' ') },
  };
}

function build(...layers: BuildLayer[]): Build {
  return {
    ...{ kind: 'inspector', trtVersion: null, algorithm: null, cache: { path: null, state: 'unknown' }, layers },
    ...{ tensors: [], listsTensors: true, missing: [], zero: [], overridden: new Map(), ranges: [], notes: [] },
  };
}

describe('layers that compute in float between INT8 layers', () => {
  it('are islands, also behind reformats and one after the other', () => {
    const found = floatIslands(
      build(
        layer('first', 'x', 'a', 'int8 int8 int8'),
        layer('dq', 'a', 'b', 'int8 - fp16', 'REFORMAT'),
        layer('island', 'b', 'c', 'fp16 fp16 fp16'),
        layer('more', 'c', 'd', 'fp16 - fp16'),
        layer('q', 'd', 'e', 'fp16 - int8', 'REFORMAT'),
        layer('last', 'e', 'y', 'int8 int8 fp16'),
        layer('end', 'y', 'z', 'fp16 - fp16'),
      ),
    );
    assert.deepEqual(found, [false, false, true, true, false, false, false]);
  });

  it('are none before the first INT8 layer, and none on a branch that ends in float', () => {
    const found = floatIslands(
      build(
        layer('start', 'x', 'a', 'fp32 fp32 fp32'),
        layer('int8', 'a', 'b c', 'fp32 int8 fp32'),
        layer('branch', 'b', 'd', 'fp32 fp32 fp32'),
        layer('between', 'c', 'e', 'fp32 fp32 fp32'),
        layer('second', 'e', 'f', 'int8 int8 int8'),
      ),
    );
    assert.deepEqual(found, [false, false, false, true, false]);
  });
});

describe('the kinds of a layer', () => {
  it('say where INT8 ends', () => {
    const kinds = layerKinds(
      build(
        layer('all', 'x', 'a', 'int8 int8 int8'),
        layer('in', 'a', 'b', 'fp32 int8 int8'),
        layer('out', 'b', 'c', 'int8 int8 fp16'),
        layer('float', 'c', 'd', 'int8 fp16 fp16'),
        layer('stayed', 'd', 'e', 'fp16 - int8', 'QDQ'),
      ),
    );
    assert.deepEqual(kinds, [
      ['weighted', 'int8', 'all-int8'],
      ['weighted', 'int8', 'float-in'],
      ['weighted', 'int8', 'float-out'],
      ['weighted', 'float-weights'],
      ['qdq'],
    ]);
  });
});
