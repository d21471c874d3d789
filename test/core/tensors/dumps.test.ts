import assert from 'node:assert/strict';
import { compareDumps } from '../../../src/core/tensors/compareDumps.js';
import { readDump, type Dump, type RawShape } from '../../../src/core/tensors/dumps/index.js';
import { TensorError } from '../../../src/core/tensors/tensor.js';
import { npyFile, npyOfFloats, npzFile } from '../support/npy.js';

const usual: RawShape = { type: 'float32', dims: null };
const refused = (pattern: RegExp) => (error: unknown) => error instanceof TensorError && pattern.test(error.message);
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const dump = (path: string, bytes: Uint8Array | string, raw = usual): Dump =>
  readDump([{ path, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }], raw);
const numbers = (tensors: Dump, name: string): number[] => [...(tensors.get(name)?.data ?? [])].map(Number);

describe('dumps', () => {
  it('may be NumPy files', () => {
    assert.deepEqual(numbers(dump('out/prob.npy', npyOfFloats([2], [1, 2])), 'prob'), [1, 2]);
    assert.deepEqual(
      [...dump('a.npz', npzFile({ a: npyOfFloats([1], [1]), b: npyOfFloats([1], [2]) })).keys()],
      ['a', 'b'],
    );
  });

  it("may be Polygraphy's, of this and of older versions", () => {
    const array = npyFile('<f4', [2], floats(1.5, -2));
    const of = (text: string, more: object[] = []): string =>
      JSON.stringify({
        lst: [
          ['trt', [{ outputs: { y: { values: { array: text } } } }, ...more]],
          ['onnxrt', []],
        ],
      });
    const base64 = Buffer.from(array).toString('base64');
    assert.deepEqual(numbers(dump('p.json', of(base64)), 'y'), [1.5, -2]);
    assert.deepEqual(numbers(dump('p.json', of(Buffer.from(array).toString('latin1'))), 'y'), [1.5, -2]);
    const second = { outputs: { y: { values: { array: base64 } } } };
    assert.deepEqual([...dump('p.json', of(base64, [second])).keys()], ['y', 'y (run 2)']);
    assert.throws(() => dump('p.json', of('%')), refused(/BASE64|NumPy/));
  });

  it("may be trtexec's, bare nan and inf with them", () => {
    const text = '[{ "name" : "nan inf", "dimensions" : "1x2x2", "values" : [ 1, nan, -inf, inf ] }]';
    const tensors = dump('o.json', text);
    assert.deepEqual(numbers(tensors, 'nan inf'), [1, NaN, -Infinity, Infinity]);
    assert.deepEqual(tensors.get('nan inf')?.dims, [1, 2, 2]);
    assert.throws(
      () => dump('o.json', '[{"name": "a", "dimensions": "3", "values": [1]}]'),
      refused(/"a" holds 1 values/),
    );
  });

  it('may be raw numbers, named as trtexec names them or not', () => {
    const tensors = dump('d/y.1.output.1.2.fp32.raw', floats(3, 4));
    assert.deepEqual(
      [tensors.get('y.1')?.dims, numbers(tensors, 'y.1')],
      [
        [1, 2],
        [3, 4],
      ],
    );
    assert.deepEqual(numbers(dump('fp32.bin', floats(3, 4)), 'fp32'), [3, 4]);
    const half: RawShape = { type: 'float16', dims: [1, 2] };
    assert.deepEqual(dump('x.raw', Uint8Array.of(0, 0x3c, 0, 0xc0), half).get('x')?.dims, [1, 2]);
    const three: RawShape = { type: 'float16', dims: [3] };
    assert.throws(
      () => dump('x.raw', floats(1), three),
      refused(/x\.raw: it holds 2 float16 numbers, and the shape 3/),
    );
  });

  it('are refused with what is wrong', () => {
    assert.throws(() => dump('x.raw', new Uint8Array(3)), refused(/x\.raw: it has 3 bytes/));
    assert.throws(() => dump('x.json', '{"a": 1}'), refused(/no dump that is known/));
    assert.throws(() => dump('x.json', '{'), refused(/no JSON/));
    assert.throws(
      () =>
        readDump(
          [
            { path: 'a.bin', bytes: floats(1) },
            { path: 'a.raw', bytes: floats(1) },
          ],
          usual,
        ),
      refused(/"a" is in another file/),
    );
  });
});

describe('a comparison of dumps', () => {
  const of = (tensors: Readonly<Record<string, number[]>>): Dump =>
    new Map(
      Object.entries(tensors).map(([name, values]) => [
        name,
        { type: 'float32', dims: [1, values.length], data: Float32Array.from(values) },
      ]),
    );

  it('gives the figures in closed form, worst first', () => {
    const { tensors, onlyFirst, onlySecond } = compareDumps(
      of({ a: [3, 4], b: [1, 1], c: [1] }),
      of({ b: [1, 0.5], a: [3, 4], d: [1] }),
      0.5,
    );
    assert.deepEqual([onlyFirst, onlySecond], [['c'], ['d']]);
    assert.deepEqual(tensors, [
      {
        name: 'b',
        dims: [1, 2],
        count: 2,
        meanAbs: 0.25,
        maxAbs: 0.5,
        mse: 0.125,
        sqnrDb: 10 * Math.log10(2 / 0.25),
        cosine: 1.5 / Math.sqrt(2 * 1.25),
        // Strictly greater.
        overEpsilon: 0,
      },
      { name: 'a', dims: [1, 2], count: 2, meanAbs: 0, maxAbs: 0, mse: 0, sqnrDb: Infinity, cosine: 1, overEpsilon: 0 },
    ]);
    assert.equal(compareDumps(of({ a: [1, 1] }), of({ a: [1, 1.5] }), 0.4).tensors[0]?.overEpsilon, 0.5);
  });

  it('pairs two files of one tensor whatever they are called: the forum thread', () => {
    const [fp32, int8] = [dump('fp32.bin', floats(0.2, 0.4)), dump('int8.bin', floats(0.2, 0))];
    const [only] = compareDumps(fp32, int8, 0.3).tensors;
    assert.ok(Math.abs((only?.meanAbs ?? 0) - 0.2) < 1e-7);
    assert.equal(only?.overEpsilon, 0.5);
  });

  it('lists what has two shapes', () => {
    const second: Dump = new Map([['a', { type: 'float32', dims: [2, 1], data: Float32Array.of(1, 2) }]]);
    assert.deepEqual(compareDumps(of({ a: [1, 2] }), second, 0).otherShapes, [
      { name: 'a', first: [1, 2], second: [2, 1] },
    ]);
  });

  it('takes equal infinities for equal, and NaN against a number for the worst', () => {
    const [worst, same] = compareDumps(
      of({ a: [Infinity, NaN], b: [1] }),
      of({ a: [Infinity, NaN], b: [NaN] }),
      1,
    ).tensors;
    assert.deepEqual([worst?.name, worst?.overEpsilon, worst?.maxAbs], ['b', 1, NaN]);
    assert.equal(same?.sqnrDb, Infinity);
  });
});
