import assert from 'node:assert/strict';
import { utf8Text } from '../../../src/core/bytes/bytes.js';
import { networkNames } from '../../../src/core/naming/match.js';
import { buildInText } from '../../../src/core/build/index.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { NetworkError } from '../../../src/core/network/network.js';
import { node, onnxModel } from '../../core/support/onnxModel.js';
import { samplesLike, textSeed } from '../seeds.js';
import type { Target } from '../target.js';

const PROTOTXT = `name: "net"
input: "data"
input_dim: 1
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 8 } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" } # in place
layers { name: 'old' type: POOLING bottom: 'conv' top: 'pool' }
`;

const LOG = `[08/21/2023-15:24:59] [V] [TRT] Setting dynamic range for conv1 to [-1.00024,1.00024]
[08/21/2023-15:24:59] [W] [TRT] Missing scale and zero-point for tensor a b, expect fall back to non-int8 implementation for any layer consuming or producing given tensor
[TRT] Could not find scales for tensor (Unnamed Layer* 0) [Constant]_output.
`;

function onnxSeeds(): Uint8Array[] {
  const value = (name: string): object => ({ name, type: { tensor_type: { elem_type: 1 } } });
  const graph = {
    name: 'g',
    input: [value('x')],
    output: [value('y')],
    initializer: [{ name: 'w', dims: [1], data_type: 1, float_data: [1] }],
    node: [node('Conv', ['x', 'w'], ['c']), node('Relu', ['c'], ['y'])],
  };
  return [onnxModel(graph), onnxModel({})];
}

/** Readers of networks refuse with words of their own, and all names can be asked for. */
export const networkTargets: readonly Target[] = [
  {
    name: 'network-prototxt',
    seeds: () => [textSeed(PROTOTXT), ...samplesLike(/\.prototxt$/)],
    check: (bytes) => readsOrRefuses(bytes, 'net.prototxt'),
  },
  { name: 'network-onnx', seeds: onnxSeeds, check: (bytes) => readsOrRefuses(bytes, 'net.onnx') },
  {
    name: 'build-log',
    seeds: () => [textSeed(LOG)],
    check: (bytes) => {
      const text = utf8Text(bytes).replace(/\u001b\[[\d;]*m/g, '');
      const { ranges = [], missing = [] } = buildInText(text) ?? {};
      assert.ok([...ranges, ...missing].every(({ name }) => text.includes(name)));
    },
  },
];

function readsOrRefuses(bytes: Uint8Array, file: string): void {
  try {
    networkNames(readNetwork(bytes, file));
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    assert.notEqual(error.message, '');
  }
}
