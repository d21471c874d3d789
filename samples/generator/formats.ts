/** A small network for digits, and its table in the formats of several tools. */
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { NO_HEADER } from '../../src/core/table/header.js';
import type { Random } from './random.js';

interface Op {
  /** Its name in tools that keep tables by layer. */
  readonly layer: string;
  /** The tensor that it writes, as an ONNX export calls it. */
  readonly tensor: string;
  readonly lowest: number;
  readonly highest: number;
  /** Channels that its weights make, or none. */
  readonly channels?: number;
}

/** Without a median an op keeps what is positive of the op before it. */
const OPS: readonly (Pick<Op, 'layer' | 'tensor' | 'channels'> & { readonly median?: number })[] = [
  { layer: 'conv1', tensor: '/conv1/Conv_output_0', median: 6, channels: 8 },
  { layer: 'relu1', tensor: '/relu1/Relu_output_0' },
  { layer: 'pool1', tensor: '/pool1/MaxPool_output_0' },
  { layer: 'conv2', tensor: '/conv2/Conv_output_0', median: 9, channels: 16 },
  { layer: 'relu2', tensor: '/relu2/Relu_output_0' },
  { layer: 'pool2', tensor: '/pool2/MaxPool_output_0' },
  { layer: 'fc1', tensor: '/fc1/Gemm_output_0', median: 14, channels: 10 },
];

/** The digits table in each format: its path below `samples/` and its content. */
export function formatSamples(random: Random): [string, string | Uint8Array][] {
  const ops: Op[] = [{ layer: 'data', tensor: 'data', lowest: 0, highest: 1 }];
  for (const { median, ...op } of OPS) {
    const highest = median === undefined ? (ops.at(-1)?.highest ?? 0) : Math.fround(random.logNormal(median, 0.2));
    ops.push({ ...op, highest, lowest: median === undefined ? 0 : Math.fround(-highest * random.between(0.6, 1.2)) });
  }
  ops.push({ layer: 'prob', tensor: 'prob', lowest: 0, highest: Math.fround(0.9998) });
  return [
    ['formats/calibration.flatbuffers', flatbuffers(ops)],
    [
      'formats/calibration.json',
      `{${ops.map(({ tensor, lowest, highest }) => `${JSON.stringify(tensor)}: [${lowest}, ${highest}]`).join(', ')}}`,
    ],
    ['formats/calibration.cache', lines(ops.map((op) => `${op.tensor} ${amax(op)}`))],
    ['formats/digits-calib-ranges.txt', lines(ops.map((op) => `${op.tensor}: ${amax(op)}`))],
    ['formats/digits.cali_table', caliTable(ops, random)],
    ['formats/digits_calib.table', ncnnTable(ops, random)],
  ];
}

/** What a symmetric range has to hold. */
function amax({ lowest, highest }: Op): number {
  return Math.max(-lowest, highest);
}

function flatbuffers(ops: readonly Op[]): Uint8Array {
  const values = Float64Array.from(ops, amax);
  return onnxruntimeFlatbuffers.write({
    format: 'onnxruntime-flatbuffers',
    quantity: 'amax',
    header: NO_HEADER,
    names: ops.map(({ tensor }) => tensor),
    values,
  });
}

/** TPU-MLIR tunes thresholds: most are a little smaller than the largest value that was seen. */
function caliTable(ops: readonly Op[], random: Random): string {
  const rows = ops.map(
    (op) =>
      `${op.layer} ${[amax(op) * random.between(0.8, 1), op.lowest, op.highest].map((value) => value.toFixed(7)).join(' ')}`,
  );
  const weights = ops
    .filter(({ channels }) => channels !== undefined)
    .map(({ layer }) => `${layer} ${random.between(0.001, 0.01).toFixed(7)}`);
  return lines([
    '# generated time: 2024-03-01 12:00:00.000000',
    '# histogram number: 2048',
    '# sample number: 100',
    '# tune number: 5',
    '###',
    '# op_name    threshold    min    max',
    ...rows,
    '#weight_scale',
    ...weights,
  ]);
}

/** ncnn keeps 127 / threshold: of the weights of each channel, then of what a layer reads. */
function ncnnTable(ops: readonly Op[], random: Random): string {
  const layers = ops.flatMap((op, i) =>
    op.channels === undefined ? [] : [{ ...op, reads: ops[i - 1] ?? op, channels: op.channels }],
  );
  const weights = layers.map(
    ({ layer, channels }) =>
      `${layer}_param_0 ${Array.from({ length: channels }, () => random.logNormal(240, 0.3).toFixed(6)).join(' ')}`,
  );
  return lines([...weights, ...layers.map(({ layer, reads }) => `${layer} ${(127 / amax(reads)).toFixed(6)}`)]);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
