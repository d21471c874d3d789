/** Dumps of outputs at the command line. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { npyOfFloats, npzFile } from '../core/support/npy.js';
import { jsonOf, runs, Workspace } from './support.js';

interface Compared {
  epsilon: number;
  tensors: { name: string; meanAbs: number; overEpsilon: number; sqnrDb: number | string }[];
  onlyFirst: string[];
  onlySecond: string[];
}

describe('outputs', () => {
  const files = new Workspace();
  const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

  it('compares tensors by name', () => {
    const first = files.file(
      'fp32.npz',
      npzFile({ a: npyOfFloats([2], [1, 2]), b: npyOfFloats([1], [4]), c: npyOfFloats([1], [1]) }),
    );
    const second = files.file('int8.npz', npzFile({ a: npyOfFloats([2], [1, 2]), b: npyOfFloats([1], [3]) }));
    const compared = jsonOf<Compared>(0, 'outputs', first, second, '--epsilon', '0.5', '--json');
    assert.deepEqual(
      compared.tensors.map(({ name, meanAbs, overEpsilon, sqnrDb }) => [name, meanAbs, overEpsilon, sqnrDb]),
      [
        ['b', 1, 1, 10 * Math.log10(16)],
        ['a', 0, 0, 'Infinity'],
      ],
    );
    assert.deepEqual([compared.epsilon, compared.onlyFirst, compared.onlySecond], [0.5, ['c'], []]);
    assert.match(runs(0, 'outputs', first, second).stdout, /^tensor +shape +SQNR dB[^]*\nb[^]*only in the first: c\n$/);
    assert.match(runs(0, 'outputs', first, second, '--csv').stdout, /\nb,1,12,/);
  });

  it('compares raw files, and folders of them', () => {
    for (const [folder, value] of [
      ['fp32', 1],
      ['int8', 0.5],
    ] as const) {
      mkdirSync(files.path(folder));
      files.file(`${folder}/y.output.1.2.fp32.raw`, floats(1, value));
      files.file(`${folder}/z.bin`, floats(1));
    }
    const compared = jsonOf<Compared>(0, 'outputs', files.path('fp32'), files.path('int8'), '--json');
    assert.deepEqual(
      compared.tensors.map(({ name }) => name),
      ['y', 'z'],
    );
    const [a, b] = [files.file('a.bin', floats(1, 2)), files.file('b.dat', floats(1, 1.5))];
    assert.equal(jsonOf<Compared>(0, 'outputs', a, b, '--shape', '1x2', '--json').tensors[0]?.meanAbs, 0.25);
  });

  it('refuses what is no dump, and dumps that have nothing in common', () => {
    const [a, b] = [
      files.file('a.npz', npzFile({ a: npyOfFloats([1], [1]), c: npyOfFloats([1], [1]) })),
      files.file('b.npz', npzFile({ b: npyOfFloats([1], [1]), d: npyOfFloats([1], [1]) })),
    ];
    assert.match(runs(2, 'outputs', a, b).stderr, /have no tensor in common/);
    assert.match(
      runs(2, 'outputs', a, files.file('x.bin', new Uint8Array(3))).stderr,
      /x\.bin: it has 3 bytes, which are no float32/,
    );
    assert.match(runs(2, 'outputs', a, files.path('none.npz')).stderr, /no such file/);
    assert.match(runs(2, 'outputs', a, b, '--shape', '1,2').stderr, /1x3x224x224/);
  });
});
