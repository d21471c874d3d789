/** Conversions with a network. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { jsonOf, runs, samples, Workspace } from './support.js';

interface Report {
  entriesOut: number;
  renamed: { from: string; to: string; rule: string }[];
  dropped: { name: string }[];
  missing: string[];
}
const network = join(samples, 'resnet34/resnet34.prototxt');
const cache = join(samples, 'resnet34/resnet34-trt8601.cache');

function scalesOf(file: string): unknown[] {
  return jsonOf<{ entries: { name: string; scale: number }[] }>(0, 'show', file, '--json').entries.map(
    ({ name, scale }) => [name, scale],
  );
}

/** The lines of the sample cache but for those that begin like this. */
function without(...beginnings: string[]): string {
  return readFileSync(cache, 'utf8')
    .split('\n')
    .filter((line) => !beginnings.some((beginning) => line.startsWith(beginning)))
    .join('\n');
}

describe('convert --network', () => {
  const workspace = new Workspace();

  it('gives each layer the scale of the tensor that it writes, and goes back byte for byte', () => {
    const report = jsonOf<Report>(
      0,
      'convert',
      cache,
      '--to',
      'nvdla',
      '--network',
      network,
      '-o',
      workspace.path('calib.json'),
      '--json',
    );
    assert.deepEqual([report.entriesOut, report.missing], [162, []]);
    assert.deepEqual(report.renamed[0], {
      from: '(Unnamed Layer* 0) [Convolution]_output',
      to: 'conv1',
      rule: 'number',
    });
    runs(
      0,
      'convert',
      join(samples, 'resnet34/resnet34-trt7203.cache'),
      '--to',
      'nvdla',
      '--network',
      network,
      '-o',
      workspace.path('twin.json'),
    );
    assert.deepEqual(scalesOf(workspace.path('twin.json')), scalesOf(join(samples, 'resnet34/resnet34-calib.json')));
    runs(
      0,
      'convert',
      workspace.path('calib.json'),
      '--to',
      'tensorrt',
      '--network',
      network,
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('back.cache'),
    );
    assert.equal(workspace.text('back.cache'), readFileSync(cache, 'utf8'));
  });

  it('takes min and max where there is no scale, as the compiler does', () => {
    const net = workspace.file(
      'net.prototxt',
      'input: "data" input_dim: 1\nlayer { name: "c" type: "Convolution" bottom: "data" top: "c" }\n',
    );
    const table = workspace.file('calib.json', '{ "data": { "min": -12.7, "max": 1 }, "c": { "scale": 0.5 } }');
    const { stdout } = runs(
      0,
      'convert',
      table,
      '--to',
      'tensorrt',
      '--network',
      net,
      '--trt-version',
      '8.6.1',
      '-o',
      '-',
    );
    assert.equal(stdout, 'TRT-8601-EntropyCalibration2\ndata: 3dcccccd\nc: 3f000000\n');
  });

  it('refuses with all that is missing, a line each, unless told to write incomplete', () => {
    const short = workspace.file('short.cache', without('pool1:', 'prob:'));
    const { stdout, stderr } = runs(
      2,
      'convert',
      short,
      '--to',
      'nvdla',
      '--network',
      network,
      '-o',
      workspace.path('out.json'),
    );
    assert.equal(stdout, '');
    assert.deepEqual(
      stderr.split('\n').filter((line) => line.startsWith('missing: ')),
      ['missing: pool1', 'missing: prob'],
    );
    assert.match(stderr, /short\.cache: .*resnet34\.prototxt needs 2 entries .*--allow-missing/);
    assert.deepEqual(workspace.files(), ['short.cache']);
    const report = jsonOf<Report>(
      0,
      'convert',
      short,
      '--to',
      'nvdla',
      '--network',
      network,
      '--allow-missing',
      '-o',
      workspace.path('out.json'),
      '--json',
    );
    assert.deepEqual([report.missing, report.entriesOut], [['pool1', 'prob'], 160]);
    assert.equal(scalesOf(workspace.path('out.json')).length, 160);
  });

  it('does not replace a file by a refused conversion, even with --force', () => {
    const target = workspace.file('out.json', 'precious');
    runs(
      2,
      'convert',
      workspace.file('short.cache', without('prob:')),
      '--to',
      'nvdla',
      '--network',
      network,
      '-o',
      target,
      '--force',
    );
    assert.equal(workspace.text('out.json'), 'precious');
  });

  it('wants a network with --allow-missing', () => {
    assert.match(
      runs(2, 'convert', cache, '--to', 'nvdla', '--allow-missing', '-o', '-').stderr,
      /--allow-missing goes with --network/,
    );
  });

  it('warns where the numbering drifted', () => {
    const text = readFileSync(network, 'utf8');
    const at = text.indexOf('layer {', text.indexOf('name: "pool1"'));
    const more = workspace.file(
      'more.prototxt',
      `${text.slice(0, at)}layer { name: "extra" type: "Pooling" bottom: "pool1" top: "extra" }\n${text.slice(at)}`,
    );
    const { stderr } = runs(
      0,
      'convert',
      cache,
      '--to',
      'nvdla',
      '--network',
      more,
      '--allow-missing',
      '-o',
      workspace.path('out.json'),
    );
    assert.match(stderr, /warning: .*moved by \+1/);
    assert.match(stderr, /missing: extra/);
  });

  it('warns of layers that NVDLA does not know, once', () => {
    const net = workspace.file(
      'net.prototxt',
      'input: "data" input_dim: 1\nlayer { name: "c" type: "ELU" bottom: "data" top: "c" }\n',
    );
    const { stderr } = runs(
      0,
      'convert',
      workspace.cache('a.cache', 'data: 3c010a14', 'c: 3c010a14'),
      '--to',
      'nvdla',
      '--network',
      net,
      '-o',
      workspace.path('out.json'),
    );
    assert.equal(stderr.match(/does not know these layer types: ELU/g)?.length, 1);
  });

  it('takes an ONNX network, weights and all', () => {
    const weights = { name: 'w', dims: [1, 1], data_type: 1, raw_data: new Uint8Array(4096) };
    const model = onnxModel({
      name: 'net',
      initializer: [weights],
      input: [{ name: 'image' }, { name: 'w' }],
      node: [
        node('Conv', ['image', 'w'], ['feature']),
        node('Relu', ['feature'], ['out']),
        node('Softmax', ['out'], ['prob']),
      ],
    });
    const table = workspace.cache(
      'a.cache',
      'image: 3c010a14',
      'feature: 3c55b689',
      'out: 3d000000',
      'stranger: 3f800000',
    );
    const args = [
      'convert',
      table,
      '--to',
      'tensorrt-ranges',
      '--network',
      workspace.file('net.onnx', model),
      '-o',
      workspace.path('ranges.txt'),
      '--json',
    ];
    const report = jsonOf<Report>(0, ...args);
    assert.deepEqual([report.missing, report.dropped.map(({ name }) => name)], [['prob'], ['stranger']]);
    assert.match(workspace.text('ranges.txt'), /^image: ?1\.\d+\nfeature: ?\S+\nout: ?3\.96875\n$/);
  });

  it('names file, line and reason of a broken network, whatever the command', () => {
    const broken = workspace.file('broken.prototxt', 'name: "x"\nlayer { name: 3 }\n');
    for (const args of [
      ['convert', cache, '--to', 'nvdla', '--network', broken, '-o', workspace.path('out')],
      ['port', cache, '--network', broken, '--trt-version', '8.6.1', '-o', workspace.path('out')],
      ['check', cache, '--network', broken],
    ]) {
      const { stdout, stderr } = runs(2, ...args);
      assert.match(stderr, /broken\.prototxt:2: \S/);
      assert.equal(stdout, '');
    }
    assert.deepEqual(workspace.files(), ['broken.prototxt']);
  });

  it('names file and reason of what is no network', () => {
    const cut = onnxModel({ name: 'net', node: [node('Relu', ['a'], ['b'])] }).slice(0, -4);
    for (const [name, content, reason] of [
      ['a.onnx', cut, /a\.onnx: not a readable ONNX model/],
      ['b.onnx', '', /b\.onnx: no nodes/],
      ['c.prototxt', 'name: "x"', /c\.prototxt: no "layer"/],
      ['d.prototxt', 'layers { name: "x" }', /d\.prototxt/],
    ] as const) {
      const file = workspace.file(name, content);
      assert.match(runs(2, 'convert', cache, '--to', 'nvdla', '--network', file, '-o', '-').stderr, reason);
    }
    assert.match(
      runs(2, 'convert', cache, '--to', 'nvdla', '--network', workspace.path('none.onnx'), '-o', '-').stderr,
      /none\.onnx: no such file/,
    );
  });
});
