/** Random Caffe-like networks, and their prototxt with all that a file may hold besides. */
import fc from 'fast-check';
import type { Net, Op } from './caffeModel.js';

/** One layer to be; what it reads is chosen among the blobs that are there when its turn comes. */
interface Step {
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  readonly pick: number;
}

const KINDS = [
  'conv',
  'conv',
  'conv',
  'in place',
  'in place',
  'in place',
  'in place',
  'in place',
  'pool',
  'eltwise',
  'concat',
  'dropout',
  'flatten',
  'ip',
  'softmax',
  'reduction',
  'plugin',
  'slice',
  'rewrite',
  'prelu',
] as const;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(999),
  b: fc.nat(999),
  pick: fc.nat(999),
});

export const IN_PLACE = ['BatchNorm', 'Scale', 'ReLU', 'Sigmoid', 'BatchNorm', 'Scale', 'PReLU', 'Power'] as const;
const OPERATIONS = ['SUM', 'ASUM', 'SUMSQ', 'MEAN'] as const;
/** In front of a blob's number, so that names do not sort in the order in which they are written. */
const PREFIXES = ['res', 'conv', 'Z', 'ü', '漢', 'data_'] as const;

function chosen<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** A network of 1 to 3 inputs and these steps. In-place layers never touch an input: what TensorRT then calls it is not known. */
function netOf(inputCount: number, steps: readonly Step[]): Net {
  const inputs = ['data', 'im_info', 'ä_in'].slice(0, inputCount);
  const ops: Op[] = [];
  steps.forEach((item, i) => ops.push(opOf(item, i, inputs, writable(ops))));
  return { inputs, ops };
}

/** Blobs that a later layer may write again: those of built-in layers. */
function writable(ops: readonly Op[]): string[] {
  return [...new Set(ops.filter(({ type }) => type !== 'DetectionOutput').flatMap(({ tops }) => tops.slice(0, 1)))];
}

function opOf({ kind, a, b, pick }: Step, i: number, inputs: readonly string[], own: readonly string[]): Op {
  const blobs = [...inputs, ...own];
  const [x, y] = [chosen(blobs, a), chosen(blobs, b)];
  const fresh = `${chosen(PREFIXES, pick)}${i}`;
  const op = (type: string, bottoms: readonly string[], tops: readonly string[]): Op => ({
    id: `op${i}`,
    name: `L${i}_${type}`,
    type,
    bottoms,
    tops,
  });
  const target = own.length === 0 ? fresh : chosen(own, b);
  const again = own.length === 0 ? x : target;
  switch (kind) {
    case 'in place':
      return op(chosen(IN_PLACE, pick), [again], [target]);
    case 'pool':
      return op('Pooling', [x], [fresh, `${fresh}_mask`]);
    case 'eltwise':
      return op('Eltwise', [x, y], [fresh]);
    case 'concat':
      return op('Concat', [x, y, x], [fresh]);
    case 'dropout':
      return op('Dropout', [again], [pick % 2 === 0 ? target : fresh]);
    case 'flatten':
      return op('Flatten', [x], [fresh]);
    case 'ip':
      return op('InnerProduct', [x], [fresh]);
    case 'softmax':
      return op(pick % 2 === 0 ? 'Softmax' : 'SoftmaxWithLoss', [x], [fresh]);
    case 'reduction':
      return {
        ...op('Reduction', [x], [pick % 2 === 0 ? fresh : target]),
        reduction: { operation: chosen(OPERATIONS, a), coefficient: chosen([1, 0.5], b) },
      };
    case 'plugin':
      return op('DetectionOutput', [x, y], [fresh, `${fresh}_count`]);
    case 'slice':
      return op(pick % 2 === 0 ? 'Slice' : 'Python', [x], [fresh, b % 2 === 0 ? target : `${fresh}_b`, `${fresh}_c`]);
    case 'rewrite':
      return op('Convolution', [x], [target]);
    case 'prelu':
      return op('PReLU', [x], [fresh]);
    default:
      return op('Convolution', [x], [fresh]);
  }
}

/** Networks of `minLength` to 60 layers. */
export function nets(minLength: number): fc.Arbitrary<Net> {
  const steps = fc.array(step, { minLength, maxLength: 60, size: 'max' });
  return fc.tuple(fc.integer({ min: 1, max: 3 }), steps).map(([inputs, list]) => netOf(inputs, list));
}

/** How a file may be written. */
export interface Manner {
  readonly topInputs: boolean;
  readonly lineEnd: string;
  readonly decoys: boolean;
}

export const manner: fc.Arbitrary<Manner> = fc.record({
  topInputs: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  decoys: fc.boolean(),
});

/** The prototxt of a network; with decoys: layers for testing only, comments, lists, angle brackets and fields of forks. */
export function prototxt({ inputs, ops }: Net, { topInputs, lineEnd, decoys }: Manner): string {
  const head = inputs.map((input, i) =>
    topInputs
      ? `input: ${JSON.stringify(input)}\ninput_dim: 1 input_dim: 3`
      : `layer { name: "in${i}" type: 'Input' top: ${JSON.stringify(input)} input_param { shape { dim: [1, 3] } } }`,
  );
  const body = ops.flatMap((op, i) => [
    ...(decoys && i % 3 === 0 ? [decoy(op, i)] : []),
    layerText(op, decoys && i % 2 === 0),
  ]);
  return ['name: "random" # a net', ...head, ...body].join('\n').replaceAll('\n', lineEnd);
}

function decoy({ tops }: Op, i: number): string {
  return `layer { name: "accuracy${i}" type: "Accuracy" phase: TEST bottom: "x" top: ${JSON.stringify(tops[0])} }`;
}

function layerText({ name, type, bottoms, tops, reduction, fields }: Op, fancy: boolean): string {
  const quoted = (list: readonly string[]): string[] => list.map((item) => JSON.stringify(item));
  const listed = (field: string, list: readonly string[]): string =>
    fancy
      ? `${field}: [${quoted(list).join(', ')}]`
      : quoted(list)
          .map((item) => `${field}: ${item}`)
          .join('\n  ');
  const parameters = reduction
    ? [`reduction_param { operation: ${reduction.operation} coeff: ${reduction.coefficient} axis: 1 }`]
    : ['param { lr_mult: 1 } # "layer {"'];
  const extra = fancy ? [`my_param < note: "top: \\"no\\" }" ratio: -0.5e-3 > include { phase: TEST }`] : [];
  return [
    'layer {',
    `  type: "${type}"`,
    `  ${listed('bottom', bottoms)}`,
    ...parameters,
    ...extra,
    ...(fields ? [fields] : []),
    `  ${listed('top', tops)}`,
    `  name: "${name}"`,
    '}',
  ].join('\n');
}
