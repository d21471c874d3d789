import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, HEADER, jsonOf, needCorpus, run, runs, samples, Workspace } from './support.js';
import { REPORT_KEYS } from './support/reportKeys.js';

interface Report {
  in: string;
  out: string;
  entriesIn: number;
  entriesOut: number;
  renamed: { from: string; to: string; rule: string }[];
  dropped: { name: string; why: string }[];
  missing: string[];
  lost: string[];
}

const resnet = join(samples, 'resnet34/resnet34-trt8601.cache');

describe('port --names-from', () => {
  const workspace = new Workspace();

  it('carries marks over to the new names, and says which are lost', () => {
    const old = workspace.cache('m.cache', 'a/b/conv: 3c010a15', 'x: 3d55b689', 'gone: 3e400000');
    const next = workspace.cache('n.cache', 'a/b/conv: 3c010a15', 'x: 3d55b689');
    workspace.file('m.cache.marks.json', '{"marks": {"x": {"fp16": true}, "gone": {"note": "n"}}}');
    const args = ['port', old, '--names-from', next, '--trt-version', '10.1.0', '-o', workspace.path('marked.cache')];
    const { stderr } = runs(0, ...args);
    assert.match(stderr, /note: 1 mark carried over\nlost: the mark of gone/);
    assert.equal(workspace.text('marked.cache.marks.json'), '{\n  "marks": {\n    "x": { "fp16": true }\n  }\n}\n');
    workspace.file('m.cache.marks.json', 'broken');
    assert.match(runs(0, ...args, '--force').stderr, /marks were not carried over: it is no JSON/);
  });

  it('leaves out, and lists, what has no sure source', () => {
    const old = workspace.cache('old.cache', 'conv_a: 3c010a15', 'conv_b: 3d55b689', 'gone: 3e400000');
    const next = workspace.cache('new.cache', 'conv_a: 3c010a15', 'brand/new/one: 40900000', 'conv_b: 3d55b689');
    const args = ['port', old, '--names-from', next, '--trt-version', '10.1.0', '-o', workspace.path('out.cache')];
    const { stdout, stderr } = runs(0, ...args);
    assert.equal(stdout, '');
    assert.match(stderr, /note: 1 tensor of the new version got no scale/);
    assert.match(stderr, /2 of 3 entries\nmissing: brand\/new\/one\ndropped: gone: nothing in the new table fits it\n/);
    assert.equal(workspace.text('out.cache'), 'TRT-100100-EntropyCalibration2\nconv_a: 3c010a15\nconv_b: 3d55b689\n');
    const report = jsonOf<Report>(0, ...args, '--force', '--json');
    assert.deepEqual(Object.keys(report), REPORT_KEYS);
    assert.deepEqual([report.missing, report.dropped.map(({ name }) => name)], [['brand/new/one'], ['gone']]);
  });

  it('follows names to the other version, in the order of the new table', () => {
    const [old, next] = [
      join(samples, 'detector/detector-trt7203.cache'),
      join(samples, 'detector/detector-trt8601.cache'),
    ];
    const report = jsonOf<Report>(
      0,
      'port',
      old,
      '--names-from',
      next,
      '--trt-version',
      '8.6.1',
      '--algorithm',
      'minmax_calibration',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(report.renamed[0], { from: '119', to: '/model.0/conv/Conv_output_0', rule: 'renamed' });
    const names = (text: string): string[] =>
      text
        .trim()
        .split('\n')
        .map((line) => line.slice(0, line.lastIndexOf(':')));
    const [header, ...ported] = names(workspace.text('out.cache'));
    assert.equal(header, names(readFileSync(next, 'utf8'))[0]);
    assert.deepEqual(
      ported,
      names(readFileSync(next, 'utf8'))
        .slice(1)
        .filter((name) => !report.missing.includes(name)),
    );
  });

  it('tells pairs that could be wrong, and on stderr only', () => {
    const { stdout, stderr } = runs(
      0,
      'port',
      join(samples, 'detector/detector-trt7203.cache'),
      '--names-from',
      join(samples, 'detector/detector-trt8601.cache'),
      '--trt-version',
      '8.6.1',
      '-o',
      '-',
    );
    assert.match(stderr, /^warning: \S+, from "\S+": \d+ % sure: \S/m);
    assert.doesNotMatch(stdout, /sure/);
  });

  it('does not take what no cache can hold', () => {
    const old = workspace.cache('old.cache', 'conv_a: 3c010a15', 'conv_b: 7f800000', 'conv_c: 3e400000');
    const report = jsonOf<Report>(
      0,
      'port',
      old,
      '--names-from',
      old,
      '--trt-version',
      '10.1.0',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(
      [report.missing, report.dropped],
      [['conv_b'], [{ name: 'conv_b', why: 'its scale is Infinity' }]],
    );
  });

  it('warns when the old table is kept by layer', () => {
    const { stderr } = runs(
      0,
      'port',
      join(samples, 'resnet34/resnet34-calib.json'),
      '--names-from',
      resnet,
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('out.cache'),
    );
    assert.match(stderr, /warning: The old table .* names layers and the new one .* tensors: .* Port with the network/);
  });

  it('writes nothing between different networks', () => {
    const { stderr } = runs(
      2,
      'port',
      resnet,
      '--names-from',
      workspace.cache(
        'new.cache',
        ...Array.from({ length: 40 }, (_, i) => `z${i}/w: ${(0x3f800000 + i * 7919).toString(16)}`),
      ),
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('out.cache'),
    );
    assert.match(stderr, /different networks/);
    assert.match(stderr, /0 of 162 entries have a counterpart.*--force-unrelated/);
    assert.deepEqual(workspace.files(), ['new.cache']);
  });

  it('asks for a version when even the header is unknown, and takes algorithms in any spelling', () => {
    const old = workspace.cache('old.cache', 'a: 3c010a15');
    const port = (...options: string[]): string[] => ['port', old, '--names-from', old, '-o', '-', ...options];
    assert.match(runs(2, ...port()).stderr, /--trt-version/);
    assert.match(runs(2, ...port('--trt-version', 'ten')).stderr, /--trt-version ten: this is no TensorRT version/);
    assert.match(runs(2, ...port('--trt-version', '8.6', '--algorithm', 'best')).stderr, /--algorithm best: known are/);
    assert.match(
      runs(0, ...port('--trt-version', '8.6', '--algorithm', 'Minmax_Calibration')).stdout,
      /^TRT-8600-MinMaxCalibration\n/,
    );
  });

  it('wants exactly one source of names, and one input from standard input', () => {
    const old = workspace.cache('old.cache', 'a: 3c010a15');
    assert.match(
      runs(2, 'port', old, '--trt-version', '8.6.1', '-o', '-').stderr,
      /--names-from TABLE or --network FILE/,
    );
    runs(2, 'port', old, '--names-from', old, '--network', old, '--trt-version', '8.6.1', '-o', '-');
    const input = `${HEADER}\na: 3c010a15\n`;
    assert.equal(run(['port', '-', '--names-from', old, '--trt-version', '8.6.1', '-o', '-'], { input }).stdout, input);
    assert.match(
      run(['port', '-', '--names-from', '-', '--trt-version', '8.6.1', '-o', '-'], { input }).stderr,
      /Only one input/,
    );
  });

  it('never replaces a file unasked', () => {
    const old = workspace.cache('old.cache', 'a: 3c010a15');
    assert.match(
      runs(2, 'port', old, '--names-from', old, '--trt-version', '10.1.0', '-o', old).stderr,
      /exists; --force/,
    );
    assert.match(workspace.text('old.cache'), /^TRT-8601/);
  });
});

describe('port --network', () => {
  const workspace = new Workspace();
  const network = join(samples, 'resnet34/resnet34.prototxt');

  it('takes the names of a network', () => {
    runs(0, 'port', resnet, '--network', network, '--trt-version', '8.6.1', '-o', workspace.path('same.cache'));
    assert.equal(workspace.text('same.cache'), readFileSync(resnet, 'utf8'));
  });

  it("makes tensors of NVDLA's layers", () => {
    const report = jsonOf<Report>(
      0,
      'port',
      join(samples, 'resnet34/resnet34-calib.json'),
      '--network',
      network,
      '--trt-version',
      '7.2.3',
      '-o',
      workspace.path('a.cache'),
      '--json',
    );
    assert.deepEqual([report.missing, report.dropped], [[], []]);
    assert.equal(workspace.text('a.cache'), readFileSync(join(samples, 'resnet34/resnet34-trt7203.cache'), 'utf8'));
  });

  it('lists what the network has and the table lacks', () => {
    const short = workspace.file('short.cache', readFileSync(resnet, 'utf8').replace(/^prob:.*\n/m, ''));
    assert.match(
      runs(0, 'port', short, '--network', network, '--trt-version', '10.1.0', '-o', workspace.path('a.cache')).stderr,
      /^missing: prob$/m,
    );
  });
});

describe('port, of published tables', () => {
  const workspace = new Workspace();
  before(needCorpus);

  for (const [old, next, version] of [
    ['resnet50-trt7200', 'resnet50-trt7203', '7.2.3'],
    ['retinanet-trt8402', 'retinanet-trt8600', '8.6.0'],
    ['ssd-mobilenet-trt7200', 'ssd-mobilenet-trt8001', '8.0.1'],
  ] as const) {
    it(`${old} gives ${next}, byte for byte`, () => {
      const truth = join(corpus, `${next}.cache`);
      const { stderr } = runs(
        0,
        'port',
        join(corpus, `${old}.cache`),
        '--names-from',
        truth,
        '--trt-version',
        version,
        '-o',
        workspace.path(next),
      );
      assert.equal(workspace.text(next), readFileSync(truth, 'utf8'));
      assert.doesNotMatch(stderr, /missing|dropped/);
    });
  }

  it('the heads that were merged get no scale', () => {
    const report = jsonOf<Report>(
      0,
      'port',
      join(corpus, 'ssd-mobilenet-trt6001.cache'),
      '--names-from',
      join(corpus, 'ssd-mobilenet-trt7200.cache'),
      '--trt-version',
      '7.2.0',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(report.missing.filter((name) => name.startsWith('BoxPredictor_loc_conf_')).length, 6);
  });
});
