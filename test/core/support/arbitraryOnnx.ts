/** Small random networks of the operators that pairs care about, in order and complete. */
import fc from 'fast-check';
import { node, onnxModel } from './onnxModel.js';
import { floats, value } from './qdqModel.js';

export interface RandomNet {
  readonly bytes: Uint8Array;
  /** Tensors that are fed or computed. */
  readonly tensors: readonly string[];
}

type Step = { readonly op: string; readonly first: number; readonly second: number; readonly share: boolean };

const OPS = [
  'Conv',
  'Conv',
  'MatMul',
  'Gemm',
  'Add',
  'Sum',
  'Relu',
  'MaxPool',
  'AveragePool',
  'BatchNormalization',
  'Reshape',
  'Concat',
];
const step: fc.Arbitrary<Step> = fc.record({
  op: fc.constantFrom(...OPS),
  first: fc.nat(20),
  second: fc.nat(20),
  share: fc.boolean(),
});

/** A network and scales of some of its tensors, some of them of no use. */
export const netAndScales: fc.Arbitrary<{ net: RandomNet; scales: Record<string, number> }> = fc
  .record({
    steps: fc.array(step, { minLength: 1, maxLength: 14 }),
    irVersion: fc.constantFrom(3, 8),
    scales: fc.array(fc.constantFrom(0, 0.5, 0.25, 0.1, NaN, -1, 1), { minLength: 16, maxLength: 16 }),
  })
  .map(({ steps, irVersion, scales }) => {
    const net = build(steps, irVersion);
    const all = net.tensors.map((name, i) => [name, scales[i % scales.length] ?? 1] as const);
    return { net, scales: Object.fromEntries(all.filter((_, i) => i % 5 !== 4)) };
  });

function build(steps: readonly Step[], ir_version: number): RandomNet {
  const tensors = ['x'];
  const nodes: object[] = [];
  const initializers: object[] = [floats('w', [1, 1, 1, 1], [2]), floats('m', [2, 2], [1, -2, 0, 127])];
  for (const { op, first, second, share } of steps) {
    const output = `t${tensors.length}`;
    const [a = 'x', b = 'x'] = [tensors[first % tensors.length], tensors[second % tensors.length]];
    const weight = share ? 'w' : `w${output}`;
    if (op === 'Conv' && !share) initializers.push(floats(weight, [1, 1, 1, 1], [1]));
    const inputs = {
      Conv: [a, weight],
      MatMul: share ? [a, 'm'] : [a, b],
      Gemm: [a, 'm'],
      Add: [a, b],
      Sum: [a, b],
      Concat: [a, b],
    }[op];
    nodes.push(node(op, inputs ?? [a], [output]));
    tensors.push(output);
  }
  const graph = {
    node: nodes,
    initializer: initializers,
    input: [value('x'), ...(ir_version < 4 ? initializers.map((item) => value((item as { name: string }).name)) : [])],
    output: [value(tensors.at(-1) ?? '')],
  };
  return { bytes: onnxModel(graph, { ir_version }), tensors };
}
