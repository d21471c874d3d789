import assert from 'node:assert/strict';
import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import type { InputSpec } from '../../../src/core/model/inputs.js';
import { compareDumps } from '../../../src/core/tensors/compareDumps.js';
import { readDump, type RawShape } from '../../../src/core/tensors/dumps/index.js';
import { parsePreprocessing } from '../../../src/core/tensors/preprocess.js';
import { samplesOf } from '../../../src/core/tensors/samples.js';
import { TensorError } from '../../../src/core/tensors/tensor.js';
import { npyOfFloats, npzFile } from '../../core/support/npy.js';
import { tensorProto } from '../../core/support/tensorProto.js';
import { textSeed } from '../seeds.js';
import type { Target } from '../target.js';

const OPEN: readonly InputSpec[] = [{ name: 'x', dataType: 1, dims: null }];
const pixels = new Uint8Array(8 * 8 * 4).map((_, i) => i * 37);

/** Readers of inputs take a file or refuse it in words of their own, whatever it holds and however much it says to unpack to. */
export const tensorTargets: readonly Target[] = [
  target('npy', [npyOfFloats([2, 3], [1, 2, 3, 4, 5, 6])]),
  target('npz', [npzFile({ x: npyOfFloats([4], [1, 2, 3, 4]), y: npyOfFloats([1], [1]) })]),
  target('pb', [
    tensorProto('x', 1, [2], { raw_data: new Uint8Array(8) }),
    tensorProto('x', 7, [2], { int64_data: [1, 2] }),
    tensorProto('x', 1, [2], { float_data: [1, 2] }),
  ]),
  target('png', [
    encodePng({ width: 8, height: 8, data: pixels, channels: 4 }),
    encodePng({ width: 8, height: 4, data: pixels.subarray(0, 32), channels: 1 }),
  ]),
  target('jpg', [new Uint8Array(encodeJpeg({ width: 8, height: 8, data: pixels }, 80).data)]),
];

const RAW: RawShape = { type: 'float32', dims: null };
const polygraphy = (bytes: Uint8Array): string =>
  JSON.stringify({ lst: [['r', [{ outputs: { y: { values: { array: Buffer.from(bytes).toString('base64') } } } }]]] });

/** Readers of dumps likewise; what they take can be compared with itself, and is equal. */
export const dumpTargets: readonly Target[] = [
  dumpTarget('json', [
    textSeed(polygraphy(npyOfFloats([2], [1, 2]))),
    textSeed('[{"name": "a", "dimensions": "1x2", "values": [nan, -inf]}]'),
  ]),
  dumpTarget('npz', [npzFile({ x: npyOfFloats([4], [1, 2, 3, 4]) })]),
  dumpTarget('raw', [npyOfFloats([2], [1, 2]), new Uint8Array(8)]),
];

function dumpTarget(kind: string, seeds: readonly Uint8Array[]): Target {
  return {
    name: `dump-${kind}`,
    seeds: () => seeds,
    check: (bytes) => {
      try {
        const dump = readDump([{ path: `a.${kind}`, bytes }], RAW);
        for (const { maxAbs } of compareDumps(dump, dump, 0).tensors) assert.equal(maxAbs, 0);
      } catch (error) {
        if (!(error instanceof TensorError)) throw error;
      }
    },
  };
}

function target(kind: string, seeds: readonly Uint8Array[]): Target {
  const line = parsePreprocessing('resize=4x4,torchvision');
  return {
    name: `tensor-${kind}`,
    seeds: () => seeds,
    check: (bytes) => {
      try {
        for (const sample of samplesOf([{ path: `a.${kind}`, bytes }], OPEN, line)) sample.load();
      } catch (error) {
        if (!(error instanceof TensorError)) throw error;
      }
    },
  };
}
