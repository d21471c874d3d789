/** Models that are run at the command line, in the worker that is bundled. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { npyOfFloats, npzFile } from '../../core/support/npy.js';
import { sufferingNet, sufferingSamples } from '../../core/support/suffering.js';
import { jsonOf, runs, Workspace } from '../../cli/support.js';

const RANGES = '{"x": [-1, 1], "wide": [-100, 100], "narrow": [-1, 1]}';

interface Ranked {
  model: string;
  inputs: number;
  random: boolean;
  all: number;
  without: number | null;
  outputs: { name: string; all: number; without: number | null }[];
  tensors: { name: string; entry: number; nodes: string[] }[];
  proposal: string[] | null;
}

describe('rank', () => {
  const files = new Workspace();
  const arrays = sufferingSamples(2).map((sample) => [...(sample.load().get('x')?.data ?? [])].map(Number));
  let [model, table, inputs] = ['', '', ''];

  beforeEach(() => {
    model = files.file('m.onnx', sufferingNet);
    table = files.file('ranges.json', RANGES);
    mkdirSync(files.path('inputs'));
    arrays.forEach((values, i) => files.file(`inputs/${i}.npy`, npyOfFloats([1, 16, 8, 8], values)));
    inputs = files.path('inputs');
  });

  it('runs a model on a folder of inputs, and names the tensor that hurts', () => {
    const args = ['rank', table, '--network', model, '--inputs', inputs];
    const ranked = jsonOf<Ranked>(0, ...args, '--without', 'Conv_narrow', '--reach', '40', '--json');
    assert.deepEqual([ranked.model, ranked.inputs, ranked.random], [model, 2, false]);
    assert.deepEqual(
      ranked.tensors.map(({ name, entry, nodes }) => [name, entry, nodes]),
      [
        ['wide', 1, ['Conv_narrow']],
        ['x', 0, ['Conv_wide', 'Conv_z']],
        ['narrow', 2, ['Conv_y']],
      ],
    );
    assert.deepEqual(ranked.proposal, ['wide']);
    assert.ok((ranked.without ?? 0) > ranked.all + 10);
    assert.match(runs(0, ...args).stdout, /on 2 inputs[^]*output[^]*wide/);
    assert.match(runs(0, ...args, '--csv').stdout, /^tensor,outputs dB.*\nwide,/);
  });

  it('compares tables on the same inputs', () => {
    const other = files.file('other.json', RANGES.replaceAll('100', '50'));
    const inputFile = files.file('s.npz', npzFile({ x: npyOfFloats([1, 16, 8, 8], arrays[0] ?? []) }));
    const args = ['rank', table, other, '--network', model, '--inputs', inputFile];
    const [first, second] = jsonOf<(Ranked & { table: string })[]>(0, ...args, '--json');
    assert.deepEqual([first?.table, second?.table, first?.inputs], [table, other, 1]);
    assert.notEqual(first?.all, second?.all);
    const { stdout } = runs(0, ...args);
    assert.match(stdout, /table +outputs/);
  });

  it('says that noise is a hint', () => {
    const { stdout, stderr } = runs(0, 'rank', table, '--network', model, '--random', '2');
    assert.match(stdout, /2 samples of noise/);
    assert.match(stderr, /hint at most/);
    assert.equal(jsonOf<Ranked>(0, 'rank', table, '--network', model, '--random', '1', '--json').random, true);
  });

  it('refuses models, tables and inputs that it can not take, and says why', () => {
    mkdirSync(files.path('empty'));
    const refused = (pattern: RegExp, ...args: string[]): void =>
      assert.match(runs(2, 'rank', ...args).stderr, pattern);
    refused(/--inputs is needed/, table, '--network', model);
    refused(/no inputs in this folder/, table, '--network', model, '--inputs', files.path('empty'));
    refused(/1\.npy: no such file/, table, '--network', model, '--inputs', files.path('1.npy'));
    const wrong = files.file('wrong.npy', npyOfFloats([1, 3], [1, 2, 3]));
    refused(
      /wrong\.npy: the input "x" has the shape 1x16x8x8, and the file holds 1x3/,
      table,
      '--network',
      model,
      '--inputs',
      wrong,
    );
    const cut = files.file('cut.onnx', sufferingNet.subarray(0, 60));
    refused(/cut\.onnx: this is no readable ONNX model/, table, '--network', cut, '--random', '1');
    const foreign = files.file('foreign.json', '{"other": [-1, 1]}');
    refused(/none of the 1 entries can be placed/, foreign, '--network', model, '--random', '1');
    refused(/no step of a preprocessing line/, table, '--network', model, '--inputs', inputs, '--preprocess', 'mean=3');
    refused(/give one of them/, table, '--network', model, '--inputs', inputs, '--random', '1');
  });
});
