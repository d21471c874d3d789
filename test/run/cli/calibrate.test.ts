/** Calibrations at the command line, on the detector of shapes in samples/. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npyOfFloats, npzFile } from '../../core/support/npy.js';
import { sufferingNet, sufferingSamples } from '../../core/support/suffering.js';
import { jsonOf, runs, samples, Workspace } from '../../cli/support.js';

const shapes = join(samples, 'shapes');
const model = join(shapes, 'shapes.onnx');
const pictures = ['--inputs', join(shapes, 'calibrate'), '--preprocess', 'div=255'];

interface Report {
  in: string;
  out: string;
  entriesOut: number;
  method: string;
  inputs: number;
  tensors: { name: string; amax: number; range: number; clippedShare: number }[];
  tune?: { gains: number[]; isTaken: boolean };
  pairs?: object[];
}

describe('calibrate', () => {
  const files = new Workspace();
  const calibrate = (...rest: string[]): string[] => ['calibrate', '--network', model, ...pictures, ...rest];
  const toCache = (...rest: string[]): string[] =>
    calibrate('--to', 'tensorrt', '--trt-version', '8.6.1', '-o', files.path('t.cache'), ...rest);

  it('makes the table that lies among the samples, and says what it is not', () => {
    const { stderr } = runs(0, ...toCache('--method', 'minmax', '--save-histograms', files.path('h.json')));
    assert.equal(files.text('t.cache'), readFileSync(join(shapes, 'shapes.cache'), 'utf8'));
    assert.match(stderr, /not the ranges of TensorRT's own calibrator/);
    assert.match(stderr, /minmax on 12 inputs: 28 tensors, 0 of them clipped/);
    assert.match(stderr, /"TRT-8601-MinMaxCalibration"/);
    const shown = jsonOf<{ entries: { histogram?: object }[] }>(0, 'show', files.path('h.json'), '--json');
    assert.ok(shown.entries.length === 28 && shown.entries.every(({ histogram }) => histogram));
  });

  it('writes other formats, and reports in numbers', () => {
    const report = jsonOf<Report>(
      0,
      ...calibrate(
        '--method',
        'percentile',
        '--percentile',
        '99',
        '--to',
        'onnxruntime-json',
        '-o',
        files.path('c.json'),
        '--json',
      ),
    );
    assert.deepEqual([report.in, report.method, report.inputs, report.entriesOut], [model, 'percentile', 12, 28]);
    const concat = report.tensors.find(({ name }) => name === '/Concat_1_output_0');
    assert.ok(concat && concat.range < concat.amax && concat.clippedShare > 0 && concat.clippedShare < 0.02);
    assert.equal(files.text('c.json').includes('"/Concat_1_output_0": [0, '), true);
  });

  it('writes a model with pairs in one step', () => {
    const report = jsonOf<Report>(
      0,
      ...calibrate('--method', 'mse', '--to', 'onnx-qdq', '-o', files.path('q.onnx'), '--json'),
    );
    assert.deepEqual([report.pairs?.length, report.method, report.tensors.length], [12, 'mse', 28]);
    assert.match(runs(0, 'show', files.path('q.onnx')).stdout, /\/Concat_1_output_0/);
  });

  it('tunes, from a table too, and is judged by inputs that took no part', () => {
    const small = files.file('m.onnx', sufferingNet);
    const arrays = sufferingSamples(4).map((sample, i) => {
      const values = [...(sample.load().get('x')?.data ?? [])].map(Number);
      return files.file(`${i}.npz`, npzFile({ x: npyOfFloats([1, 16, 8, 8], values) }));
    });
    const table = files.file('r.json', '{"x": [-1, 1], "wide": [-60, 60], "narrow": [-1, 1]}');
    const report = jsonOf<Report>(
      0,
      ...[
        'calibrate',
        '--network',
        small,
        '--inputs',
        ...arrays,
        '--method',
        'tune',
        '--from',
        table,
        '--time-limit',
        '20',
      ],
      ...['--to', 'csv', '-o', files.path('t.csv'), '--json'],
    );
    assert.equal(report.tune?.gains.length, 2);
    assert.match(files.text('t.csv'), /wide/);
  });

  it('refuses what it can not do, and writes nothing', () => {
    const refused = (pattern: RegExp, ...args: string[]): void => assert.match(runs(2, ...args).stderr, pattern);
    const out = ['-o', files.path('x')];
    refused(/--trt-version is needed/, ...calibrate('--method', 'mse', '--to', 'tensorrt', ...out));
    refused(/--to nothing: this version writes/, ...calibrate('--method', 'mse', '--to', 'nothing', ...out));
    refused(
      /--from: they are for --method tune/,
      ...calibrate('--method', 'mse', '--from', 'a', '--to', 'csv', ...out),
    );
    refused(
      /no header for --trt-version/,
      ...calibrate('--method', 'mse', '--to', 'csv', '--trt-version', '8.6.1', ...out),
    );
    refused(/above 0, up to 100/, ...calibrate('--method', 'percentile', '--percentile', '101', '--to', 'csv', ...out));
    refused(
      /00\.png: how are pictures prepared/,
      'calibrate',
      '--network',
      model,
      ...pictures.slice(0, 2),
      '--method',
      'minmax',
      '--to',
      'csv',
      ...out,
    );
    refused(
      /has the shape 1x3x96x96, and the picture becomes 1x3x48x48/,
      'calibrate',
      '--network',
      model,
      ...pictures.slice(0, 3),
      'resize=48x48',
      '--method',
      'minmax',
      '--to',
      'csv',
      ...out,
    );
    assert.deepEqual(files.files(), []);
  });
});

describe('the detector of shapes', () => {
  it('loses its small objects to one tensor, and has them back when one layer stays in float', () => {
    const ranked = jsonOf<{
      outputs: { name: string; all: number; without: number }[];
      tensors: { name: string; nodes: string[]; aloneDb: number }[];
      proposal: string[];
    }>(
      0,
      ...['rank', join(shapes, 'shapes.cache'), '--network', model, '--preprocess', 'div=255'],
      // A few that it was not calibrated on.
      ...['--inputs', ...['00', '01', '02', '03'].map((name) => join(shapes, 'test', `${name}.png`))],
      ...['--without', '/fine/fine.0/Conv', '--reach', '30', '--json'],
    );
    const [small, medium, large] = ranked.outputs;
    assert.ok(small && medium && large);
    assert.ok(small.all < 8 && medium.all > 28 && large.all > 28, 'the small ones suffer, the others do not');
    assert.ok(small.without > small.all + 20);
    assert.equal(ranked.tensors[0]?.name, '/Concat_1_output_0');
    assert.ok((ranked.tensors[1]?.aloneDb ?? 0) > (ranked.tensors[0]?.aloneDb ?? 0) + 20);
    assert.deepEqual(ranked.proposal, ['/Concat_1_output_0']);
  });
});
