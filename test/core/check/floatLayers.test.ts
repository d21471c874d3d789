/** What a check against a plain ONNX network says of a later conversion into a Q/DQ model. */
import assert from 'node:assert/strict';
import { floatLayers } from '../../../src/core/check/floatLayers.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { node, onnxModel } from '../support/onnxModel.js';
import { floats, value } from '../support/qdqModel.js';

const network = readNetwork(
  onnxModel({
    node: [
      node('Conv', ['x', 'w'], ['a']),
      node('Relu', ['a'], ['r']),
      node('MatMul', ['m', 'r'], ['b']),
      node('MatMul', ['r', 'b'], ['c']),
      node('Gemm', ['c', 'm'], ['y']),
    ],
    initializer: [floats('w', [1, 1, 1, 1], [1]), floats('m', [1, 1], [1])],
    input: [value('x')],
    output: [value('y')],
  }),
  'net.onnx',
);

function found(...lines: string[]): string[] {
  const text = ['TRT-8601-EntropyCalibration2', ...lines, ''].join('\n');
  return floatLayers(tensorrt.read(new TextEncoder().encode(text)), network).map(
    ({ rule, severity, message }) => `${rule} ${severity} ${/^"([^"]*)"/.exec(message)?.[1]}`,
  );
}

describe('a table checked against a plain ONNX network', () => {
  it('says nothing where each layer with weights would get a pair', () => {
    assert.deepEqual(found('x: 3f000000', 'r: 3f000000', 'c: 3f000000'), []);
  });

  it('tells which would stay in float, for a missing entry or one of no use', () => {
    assert.deepEqual(found('x: 00000000', 'r: 7f800000'), [
      'no-pair-for-layer info Conv_a',
      'no-pair-for-layer info MatMul_b',
      'no-pair-for-layer info Gemm_y',
    ]);
  });
});
