/** Models of opset 9 to 12 under opset 13: the same meaning, or a refusal that names the operator. */
import assert from 'node:assert/strict';
import { readModel } from '../../../src/core/model/model.js';
import { raiseOpset } from '../../../src/core/model/opset/raise.js';
import { node, onnxModel } from '../support/onnxModel.js';
import { noise, runModel } from '../support/onnxRun.js';
import { floats, value } from '../support/qdqModel.js';
import { place } from '../support/qdqRoundTrip.js';

const ints = (name: string, numbers: (number | string)[]): object => ({ name, type: 7, ints: numbers });
const float = (name: string, number: number): object => ({ name, type: 1, f: number });
const DIMS = [1, 2, 4, 4];

function model(version: number, nodes: object[], output: object = value('y')): Uint8Array {
  const graph = {
    node: nodes,
    initializer: [floats('w', [2, 2, 1, 1], [1, 2, 3, 4])],
    input: [value('x', DIMS)],
    output: [output],
  };
  return onnxModel(graph, { opset_import: [{ domain: '', version }] });
}

describe('an older opset, raised', () => {
  /** One operator a row: the opset, the nodes from x to y, and how many are written anew. */
  const rows: readonly [string, number, object[], number][] = [
    [
      'Squeeze and Unsqueeze',
      11,
      [
        node('Squeeze', ['x'], ['t'], { attribute: [ints('axes', [0])] }),
        node('Unsqueeze', ['t'], ['y'], { attribute: [ints('axes', [1])] }),
      ],
      2,
    ],
    ['ReduceSum', 11, [node('ReduceSum', ['x'], ['y'], { attribute: [ints('axes', [2, 3])] })], 1],
    [
      'Split',
      11,
      [
        node('Split', ['x'], ['a', 'b'], { attribute: [ints('split', [1, 1]), { name: 'axis', type: 2, i: 1 }] }),
        node('Sub', ['a', 'b'], ['y']),
      ],
      1,
    ],
    [
      'Slice',
      9,
      [
        node('Slice', ['x'], ['y'], {
          attribute: [ints('axes', [2]), ints('starts', [1]), ints('ends', ['9223372036854775807'])],
        }),
      ],
      1,
    ],
    [
      'Clip with two bounds',
      9,
      [node('Clip', ['x'], ['y'], { attribute: [float('min', -0.5), float('max', 0.5)] })],
      1,
    ],
    ['Clip with an upper bound', 10, [node('Clip', ['x'], ['y'], { attribute: [float('max', 0.25)] })], 1],
    [
      'Pad',
      10,
      [node('Pad', ['x'], ['y'], { attribute: [ints('pads', [0, 0, 1, 1, 0, 0, 1, 1]), float('value', 3)] })],
      1,
    ],
    ['Dropout', 11, [node('Dropout', ['x'], ['y'], { attribute: [float('ratio', 0.5)] })], 1],
    [
      'Softmax on the last axis',
      11,
      [node('Softmax', ['x'], ['y'], { attribute: [{ name: 'axis', type: 2, i: 3 }] })],
      0,
    ],
    ['what means the same', 9, [node('Conv', ['x', 'w'], ['t']), node('Relu', ['t'], ['y'])], 0],
  ];

  for (const [what, version, nodes, count] of rows)
    it(`means the same: ${what}`, async () => {
      const before = model(version, nodes);
      const { bytes, rewritten } = raiseOpset(readModel(before));
      assert.equal(readModel(bytes).opset, 13);
      assert.equal(rewritten.length, count);
      const x = { x: [DIMS, noise(32, 7)] } as const;
      assert.deepEqual(await runModel(bytes, x), await runModel(before, x));
    });

  const refused: readonly [string, number, object[], RegExp][] = [
    [
      'Softmax on a middle axis',
      11,
      [node('Softmax', ['x'], ['y'], { attribute: [{ name: 'axis', type: 2, i: 1 }] })],
      /Softmax "Softmax_y" works on axis 1 of 4/,
    ],
    [
      'an operator that is not known',
      9,
      [node('Upsample', ['x', 'w'], ['y'])],
      /Upsample "Upsample_y".*version converter/,
    ],
    ['Resize before 11', 10, [node('Resize', ['x', 'w'], ['y'])], /Resize/],
    ['Dropout with a mask', 10, [node('Dropout', ['x'], ['y', 'mask'])], /mask/],
    ['opset 8', 8, [node('Relu', ['x'], ['y'])], /opset 8/],
  ];
  for (const [what, version, nodes, words] of refused)
    it(`is refused by name: ${what}`, () => {
      assert.throws(() => raiseOpset(readModel(model(version, nodes))), words);
    });

  it('stays where one scale a weight tensor is enough', async () => {
    const conv = model(11, [node('Conv', ['x', 'w'], ['y'])]);
    const perTensor = await place(conv, { x: 1 }, { perTensorWeights: true });
    assert.deepEqual(perTensor.report.opset, { from: 11, to: 11, rewritten: [] });
    assert.deepEqual(
      perTensor.report.weights.map(({ axis, channels }) => [axis, channels]),
      [[null, 1]],
    );
    await runModel(perTensor.bytes, { x: [DIMS, noise(32, 7)] });
    assert.deepEqual((await place(conv, { x: 1 })).report.opset, { from: 11, to: 13, rewritten: [] });
  });
});
