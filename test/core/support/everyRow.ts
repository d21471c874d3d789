/** A network with each kind of place where a pair may stand. */
import { body, node, onnxModel } from './onnxModel.js';
import { floats, value } from './qdqModel.js';
import { noise } from './onnxRun.js';

const ints = (name: string, numbers: number[]): object => ({ name, type: 7, ints: numbers });
const int = (name: string, number: number): object => ({ name, type: 2, i: number });
const weights = (name: string, dims: number[], seed: number): object =>
  floats(name, dims, [
    ...noise(
      dims.reduce((a, b) => a * b),
      seed,
    ),
  ]);

export const INPUT_DIMS = [1, 4, 8, 8];

/** Its tensors with an entry, in the order in which they are read first, and the uses that get a pair. */
export const EXPECTED_USES = [
  'x -> c1[0] weighted',
  'x -> a1[1] residual',
  'r1 -> c2[0] weighted',
  'r2 -> c3[0] weighted',
  'r2 -> c4[0] weighted',
  'c3 -> a2[0] residual',
  'r4 -> c5[0] weighted',
  'a2 -> ct[0] weighted',
  'ct -> cg[0] weighted',
  'r5 -> a3[0] addition',
  'r6 -> a3[1] addition',
  'p1 -> c6[0] weighted',
  'c6 -> av[0] average',
  'av -> c7[0] weighted',
  'c7 -> gap[0] average',
  'f -> g1[0] weighted',
  'g1 -> g2[0] weighted',
  'g2 -> m1[0] weighted',
  'm1 -> m2[1] weighted',
  'm2 -> m3[0] weighted',
].sort();

const pads = { attribute: [ints('pads', [1, 1, 1, 1])] };
const named = (op: string, inputs: string[], output: string, rest: object = {}): object =>
  node(op, inputs, [output], { name: output, ...rest });

export const EVERY_ROW = onnxModel({
  node: [
    named('Conv', ['x', 'w1'], 'c1', pads),
    named('BatchNormalization', ['c1', 'one', 'zero', 'zero', 'one'], 'b1'),
    named('Relu', ['b1'], 'r1'),
    named('Conv', ['r1', 'w2'], 'c2'),
    named('Add', ['c2', 'x'], 'a1'),
    named('Relu', ['a1'], 'r2'),
    named('Conv', ['r2', 'w3'], 'c3'),
    named('Conv', ['r2', 'w4'], 'c4'),
    named('Relu', ['c4'], 'r4'),
    named('Conv', ['r4', 'w3'], 'c5'),
    named('Mul', ['c5', 'half'], 'k5'),
    named('Sum', ['c3', 'k5'], 'a2'),
    named('ConvTranspose', ['a2', 'wt'], 'ct'),
    named('ConvTranspose', ['ct', 'wg'], 'cg', { attribute: [int('group', 4)] }),
    named('Relu', ['cg'], 'r5'),
    named('Sigmoid', ['cg'], 'r6'),
    named('Add', ['r5', 'r6'], 'a3'),
    named('MaxPool', ['a3'], 'p1', { attribute: [ints('kernel_shape', [2, 2]), ints('strides', [2, 2])] }),
    named('Conv', ['p1', 'w1'], 'c6', pads),
    named('AveragePool', ['c6'], 'av', { attribute: [ints('kernel_shape', [2, 2]), ints('strides', [2, 2])] }),
    named('Identity', ['w7'], 'w7i'),
    named('Conv', ['av', 'w7i'], 'c7'),
    named('GlobalAveragePool', ['c7'], 'gap'),
    named('Flatten', ['gap'], 'f'),
    named('Gemm', ['f', 'g'], 'g1', { attribute: [int('transB', 1)] }),
    named('Gemm', ['g1', 'g'], 'g2'),
    named('MatMul', ['g2', 'm'], 'm1'),
    named('MatMul', ['left', 'm1'], 'm2'),
    named('Transpose', ['m'], 'mt', { attribute: [ints('perm', [1, 0])] }),
    named('MatMul', ['m2', 'mt'], 'm3'),
    named('Constant', [], 'always', {
      attribute: [{ name: 'value', type: 4, t: { dims: [], data_type: 9, raw_data: Uint8Array.of(1) } }],
    }),
    named('If', ['always'], 'branch', {
      attribute: [body('then_branch', branch('Relu')), body('else_branch', branch('Neg'))],
    }),
  ],
  initializer: [
    weights('w1', [4, 4, 3, 3], 1),
    ...['w2', 'w3', 'w4', 'w7', 'wt'].map((name, i) => weights(name, [4, 4, 1, 1], i + 2)),
    weights('wg', [4, 1, 1, 1], 8),
    weights('g', [4, 4], 9),
    weights('m', [4, 4], 10),
    weights('left', [2, 1], 11),
    floats('half', [], [0.5]),
    floats('one', [4], [1, 1, 1, 1]),
    floats('zero', [4], [0, 0, 0, 0]),
  ],
  input: [value('x', INPUT_DIMS)],
  output: [value('m3'), value('branch')],
});

/** A graph within the node that reads a quantized tensor: it keeps the plain one. */
function branch(op: string): object {
  return { name: op, node: [node(op, ['g2'], [`${op}_g2`])], output: [value(`${op}_g2`)] };
}
