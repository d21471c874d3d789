import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { readNpy } from '../../../src/core/tensors/npy.js';
import { readNpz } from '../../../src/core/tensors/npz.js';
import { TensorError } from '../../../src/core/tensors/tensor.js';
import { npyFile, npyOfFloats, npzFile } from '../support/npy.js';

const refused = (pattern: RegExp) => (error: unknown) => error instanceof TensorError && pattern.test(error.message);
const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer as ArrayBuffer);

describe('NumPy arrays', () => {
  for (const version of [1, 2, 3])
    it(`are read in format version ${version}`, () => {
      const file = npyFile('<f4', [2, 2], bytesOf(Float32Array.of(1, 2, 3, 4)), { version });
      assert.deepEqual(readNpy(file), { type: 'float32', dims: [2, 2], data: Float32Array.of(1, 2, 3, 4) });
    });

  it('are read from either byte order and in either order of their axes', () => {
    const swapped = bytesOf(Int16Array.of(1, -2, 3)).slice();
    for (let at = 0; at < swapped.length; at += 2) swapped.subarray(at, at + 2).reverse();
    assert.deepEqual(readNpy(npyFile('>i2', [3], swapped)).data, Int16Array.of(1, -2, 3));
    const columns = npyFile('<f8', [2, 3], bytesOf(Float64Array.of(1, 4, 2, 5, 3, 6)), { fortran: true });
    assert.deepEqual(readNpy(columns).data, Float64Array.of(1, 2, 3, 4, 5, 6));
    const cube = Float32Array.from({ length: 24 }, (_, i) => i);
    const turned = Float32Array.from(
      cube,
      (_, i) => cube[(i % 2) * 12 + (Math.floor(i / 2) % 3) * 4 + Math.floor(i / 6)] ?? 0,
    );
    assert.deepEqual(readNpy(npyFile('<f4', [2, 3, 4], bytesOf(turned), { fortran: true })).data, cube);
  });

  it('may be a scalar, and of any numbers', () => {
    assert.deepEqual(readNpy(npyFile('<i8', [], bytesOf(BigInt64Array.of(-5n)))).data, BigInt64Array.of(-5n));
    assert.equal(readNpy(npyFile('|b1', [2], Uint8Array.of(0, 1))).type, 'bool');
    assert.equal(readNpy(npyFile('<f2', [1], Uint8Array.of(0, 0x3c))).type, 'float16');
  });

  it('are refused with what is wrong', () => {
    assert.throws(() => readNpy(Uint8Array.of(1, 2, 3)), refused(/no NumPy array/));
    assert.throws(() => readNpy(npyFile('<c8', [1], new Uint8Array(8))), refused(/"<c8"/));
    assert.throws(() => readNpy(npyOfFloats([4], [1])), refused(/breaks off.*16 bytes.*4 are there/));
    assert.throws(() => readNpy(npyFile('<f4', [2 ** 40, 2 ** 40], new Uint8Array(4))), refused(/breaks off/));
  });
});

describe('NumPy archives', () => {
  it('hold arrays by name', () => {
    const arrays = readNpz(npzFile({ a: npyOfFloats([1], [7]), 'b/c': npyOfFloats([2], [8, 9]) }));
    assert.deepEqual([...arrays.keys()], ['a', 'b/c']);
    assert.deepEqual(arrays.get('b/c')?.data, Float32Array.of(8, 9));
  });

  it('are refused before they unpack to more than there is room for', () => {
    const zeros = npyFile('<f4', [10_000_000], new Uint8Array(40_000_000));
    const bomb = zipSync({ 'x.npy': zeros });
    assert.ok(bomb.length < 100_000);
    assert.throws(() => readNpz(bomb, 1_000_000), refused(/unpacks to 39 MB/));
  });

  it('are refused when their sizes lie', () => {
    const file = npzFile({ x: npyOfFloats([256], new Array<number>(256).fill(1)) });
    // The size before packing, in the directory at the end: 1024 times what it is.
    const view = new DataView(file.buffer);
    const directory = view.getUint32(file.length - 6, true);
    view.setUint32(directory + 24, view.getUint32(directory + 24, true) * 1024, true);
    assert.throws(() => readNpz(file), refused(/can't be|broken/));
    assert.throws(() => readNpz(Uint8Array.of(80, 75, 1)), refused(/no archive/));
    assert.throws(() => readNpz(zipSync({ 'a.txt': Uint8Array.of(1) })), refused(/no array/));
  });
});
