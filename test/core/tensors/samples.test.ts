import assert from 'node:assert/strict';
import { encode as encodePng } from 'fast-png';
import type { InputSpec } from '../../../src/core/model/inputs.js';
import { noiseSamples } from '../../../src/core/tensors/noise.js';
import { parsePreprocessing } from '../../../src/core/tensors/preprocess.js';
import { samplesOf } from '../../../src/core/tensors/samples.js';
import { TensorError } from '../../../src/core/tensors/tensor.js';
import { npyFile, npyOfFloats, npzFile } from '../support/npy.js';
import { tensorProto } from '../support/tensorProto.js';

const refused = (pattern: RegExp) => (error: unknown) => error instanceof TensorError && pattern.test(error.message);
const spec = (name: string, dims: InputSpec['dims'], dataType = 1): InputSpec => ({ name, dims, dataType });
const one = [spec('x', [1, 2])];
const two = [spec('a', [1, 2]), spec('b', [1], 7)];
const read = (path: string, bytes: Uint8Array, specs: readonly InputSpec[] = one, line = 'rgb') =>
  samplesOf([{ path, bytes }], specs, parsePreprocessing(line)).map((sample) => sample.load());
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

describe('files of inputs', () => {
  it('may be arrays, one sample or a leading batch', () => {
    assert.deepEqual(read('a.npy', npyOfFloats([1, 2], [1, 2])), [
      new Map([['x', { type: 'float32', dims: [1, 2], data: Float32Array.of(1, 2) }]]),
    ]);
    for (const shape of [
      [3, 2],
      [3, 1, 2],
    ])
      assert.deepEqual(
        read('a.npy', npyOfFloats(shape, [1, 2, 3, 4, 5, 6])).map((feeds) => [...(feeds.get('x')?.data ?? [])]),
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      );
    const open = [spec('x', [null, 2])];
    assert.deepEqual(
      read('a.npy', npyOfFloats([3, 2], [1, 2, 3, 4, 5, 6]), open).map((feeds) => feeds.get('x')?.dims),
      [[3, 2]],
    );
  });

  it('may be archives with every input by its name', () => {
    const b = npyFile('<i8', [1], new Uint8Array(BigInt64Array.of(4n).buffer));
    const [feeds] = read('s.npz', npzFile({ a: npyOfFloats([1, 2], [1, 2]), b }), two);
    assert.deepEqual(feeds?.get('b')?.data, BigInt64Array.of(4n));
    assert.throws(
      () => read('s.npz', npzFile({ a: npyOfFloats([1, 2], [1, 2]), c: b }), two),
      refused(/s\.npz: "b" is missing; it holds "a", "c"/),
    );
  });

  it("may be ONNX's test data: a folder is a sample, outputs are passed over", () => {
    const files = [
      { path: 't/test_data_set_0/input_0.pb', bytes: tensorProto('anything', 1, [1, 2], { raw_data: floats(1, 2) }) },
      { path: 't/test_data_set_0/input_1.pb', bytes: tensorProto('', 7, [1], { int64_data: [5] }) },
      { path: 't/test_data_set_0/output_0.pb', bytes: new Uint8Array(3) },
      { path: 't/test_data_set_1/input_0.pb', bytes: tensorProto('', 1, [1, 2], { float_data: [3, 4] }) },
    ];
    const samples = samplesOf(files, two, null);
    assert.deepEqual(
      samples.map(({ label }) => label),
      ['t/test_data_set_0', 't/test_data_set_1'],
    );
    assert.deepEqual(samples[0]?.load().get('b')?.data, BigInt64Array.of(5n));
    assert.throws(() => samples[1]?.load(), refused(/input_1\.pb, for the input "b"/));
  });

  it('may be raw float32 in the shape of the model, or pictures', () => {
    assert.deepEqual(read('x.bin', floats(1, 2))[0]?.get('x')?.data, Float32Array.of(1, 2));
    assert.deepEqual(read('x.raw', floats(1, 2, 3, 4), [spec('x', [null, 2])])[0]?.get('x')?.dims, [2, 2]);
    assert.throws(
      () => read('x.bin', floats(1)),
      refused(/x\.bin: .*1x2 \(8 bytes of float32\), and the file has 4 bytes/),
    );
    const png = encodePng({ width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6), channels: 3 });
    assert.deepEqual(
      read('p.png', png, [spec('x', [null, 3, 1, 2])])[0]?.get('x')?.data,
      Float32Array.of(1, 4, 2, 5, 3, 6),
    );
    assert.deepEqual(
      read('p.PNG', png, [spec('x', [1, 1, 2, 3])])[0]?.get('x')?.data,
      Float32Array.of(1, 2, 3, 4, 5, 6),
    );
    assert.throws(() => read('p.png', png, [spec('x', [1, 3, 8, 8])]), refused(/1x3x8x8.*1x3x1x2.*resize/));
    assert.throws(() => samplesOf([{ path: 'p.png', bytes: png }], one, null)[0]?.load(), refused(/--preprocess/));
  });

  it('are converted between floats, and refused with both shapes and types otherwise', () => {
    const doubles = npyFile('<f8', [1, 2], new Uint8Array(Float64Array.of(0.1, 2).buffer));
    assert.deepEqual(read('a.npy', doubles)[0]?.get('x')?.data, Float32Array.of(0.1, 2));
    assert.throws(
      () => read('a.npy', npyOfFloats([1, 3], [1, 2, 3])),
      refused(/"x" has the shape 1x2, and the file holds 1x3/),
    );
    const bytes = npyFile('|u1', [1, 2], Uint8Array.of(1, 2));
    assert.throws(() => read('a.npy', bytes), refused(/takes float32, and the file holds uint8/));
    assert.throws(() => read('a.npy', npyOfFloats([1, 2], [1, 2]), two), refused(/2 inputs \("a", "b"\)/));
    assert.throws(() => read('a.txt', new Uint8Array(1)), refused(/a\.txt: inputs are/));
    assert.throws(() => samplesOf([], one, null), refused(/No inputs/));
  });

  it('may be noise, the same every time', () => {
    const specs = [spec('x', [null, 2000])];
    const [first, again, other] = [noiseSamples(2, specs)[0], noiseSamples(1, specs)[0], noiseSamples(2, specs)[1]].map(
      (sample) => [...(sample?.load().get('x')?.data ?? [])].map(Number),
    );
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
    const mean = (first ?? []).reduce((sum, x) => sum + x, 0) / 2000;
    const deviation = Math.sqrt((first ?? []).reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2000);
    assert.ok(Math.abs(mean) < 0.1 && Math.abs(deviation - 1) < 0.1);
    assert.throws(() => noiseSamples(1, [spec('x', null)])[0]?.load(), refused(/no declared shape/));
    assert.throws(() => noiseSamples(1, [spec('x', [2], 7)])[0]?.load(), refused(/int64/));
  });
});
