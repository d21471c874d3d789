import assert from 'node:assert/strict';
import { layerTypeOf, unnamedLayer } from '../../../src/core/table/entryNames.js';

describe('what a name tells', () => {
  it('is number and type of an unnamed layer', () => {
    assert.deepEqual(unnamedLayer('(Unnamed Layer* 50) [Fully Connected]_output'), {
      number: 50,
      type: 'Fully Connected',
    });
    assert.equal(unnamedLayer('(Unnamed ITensor* 22)'), null);
    assert.equal(unnamedLayer('conv1'), null);
  });

  const types: [string, string | null][] = [
    ['(Unnamed Layer* 0) [Convolution]_output', 'Convolution'],
    ['/model.0/conv/Conv_output_0', 'Conv'],
    ['/model.0/act/Mul_output_0', 'Mul'],
    ['Conv_3__output', 'Conv'],
    ['model/dense/BiasAdd:0', 'BiasAdd'],
    ['conv1', null],
    ['data', null],
    ['/convolutional_block', null],
  ];
  for (const [name, type] of types) {
    it(`of "${name}" is ${type ?? 'nothing'}`, () => assert.equal(layerTypeOf(name), type));
  }
});
