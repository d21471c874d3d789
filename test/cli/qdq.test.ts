/** Tables into Q/DQ models and out of them, at the command line. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { floats, INT8, pair, UINT8, value, whole } from '../core/support/qdqModel.js';
import { jsonOf, run, runs, Workspace } from './support.js';

const GRAPH = {
  node: [node('Conv', ['x', 'w'], ['t']), node('Relu', ['t'], ['y'])],
  initializer: [floats('w', [1, 1, 1, 1], [254])],
  input: [value('x', [1, 1, 2, 2])],
  output: [value('y', [1, 1, 2, 2])],
};

interface Report {
  pairs: { tensor: string; bits: string; uses: object[] }[];
  weights: object[];
  left: object[];
  unplaced: object[];
  missing: string[];
  opset: object;
}

describe('convert --to onnx-qdq', () => {
  const files = new Workspace();
  const convert = (table: string, model: string, ...rest: string[]): string[] => [
    'convert',
    table,
    '--to',
    'onnx-qdq',
    '--network',
    model,
    '-o',
    files.path('q.onnx'),
    ...rest,
  ];

  it('writes pairs, reports them, and the way back gives table and model', () => {
    const model = files.file('m.onnx', onnxModel(GRAPH));
    const table = files.cache('t.cache', 'x: 3f000000', 'y: 3e800000');
    const report = jsonOf<Report>(0, ...convert(table, model, '--json'));
    assert.deepEqual(report.pairs, [
      { tensor: 'x', scale: 0.5, bits: '3f000000', uses: [{ node: 'Conv_t', op: 'Conv', input: 0, why: 'weighted' }] },
    ]);
    assert.deepEqual(report.weights, [{ tensor: 'w', axis: 0, channels: 1, nodes: ['Conv_t'] }]);
    assert.deepEqual(report.unplaced, [{ name: 'y', why: 'nothing reads it' }]);
    assert.deepEqual([report.left, report.missing, report.opset], [[], [], { from: 13, to: 13, rewritten: [] }]);
    const back = jsonOf<object>(
      0,
      ...['convert', files.path('q.onnx'), '--to', 'tensorrt', '--trt-version', '8.6.1'],
      ...['-o', files.path('back.cache'), '--plain', files.path('plain.onnx'), '--json'],
    );
    assert.deepEqual(
      { carried: [], conflicts: [], kept: [] },
      Object.fromEntries(Object.entries(back).filter(([key]) => ['carried', 'conflicts', 'kept'].includes(key))),
    );
    assert.equal(files.text('back.cache'), 'TRT-8601-EntropyCalibration2\nx: 3f000000\n');
    assert.deepEqual(readFileSync(files.path('plain.onnx')), readFileSync(model));
  });

  it('leaves out what is excluded, by name or by a file of names', () => {
    const model = files.file('m.onnx', onnxModel({ ...GRAPH, node: [...GRAPH.node, node('Conv', ['y', 'w'], ['z'])] }));
    const table = files.cache('t.cache', 'x: 3f000000', 'y: 3e800000');
    const list = files.file('names.txt', 'Conv_t\r\n');
    const report = jsonOf<Report>(
      0,
      ...convert(table, model, '--exclude', `@${list}`, '--exclude', 'nobody', '--json'),
    );
    assert.deepEqual(report.left, [{ node: 'Conv_t', op: 'Conv', why: 'it is excluded' }]);
    assert.deepEqual(
      report.pairs.map(({ tensor }) => tensor),
      ['y'],
    );
  });

  it('refuses, and writes nothing, where nothing can be placed or the file is no model', () => {
    const model = files.file('m.onnx', onnxModel(GRAPH));
    const bad = files.cache('bad.cache', 'x: 00000000', 'other: 3f000000');
    assert.match(runs(2, ...convert(bad, model)).stderr, /m\.onnx: none of the 2 entries/);
    const table = files.cache('t.cache', 'x: 3f000000');
    const cut = files.file('cut.onnx', onnxModel(GRAPH).subarray(0, 60));
    assert.match(runs(2, ...convert(table, cut)).stderr, /cut\.onnx: this is no readable ONNX model/);
    assert.match(runs(2, 'convert', table, '--to', 'onnx-qdq', '-o', files.path('q.onnx')).stderr, /--network/);
    assert.match(runs(2, 'convert', table, '--to', 'nvdla', '-o', files.path('q'), '--carry').stderr, /--carry/);
    assert.match(runs(2, 'show', model).stderr, /an ONNX model without Q\/DQ pairs.*--to onnx-qdq/);
    assert.deepEqual(files.files(), ['bad.cache', 'cut.onnx', 'm.onnx', 't.cache']);
  });

  it('reads weights beside the model, never outside its folder, links followed', () => {
    const external = (location: string): Uint8Array =>
      onnxModel({
        ...GRAPH,
        initializer: [
          {
            name: 'w',
            dims: [1, 1, 1, 1],
            data_type: 1,
            data_location: 1,
            external_data: [{ key: 'location', value: location }],
          },
        ],
      });
    mkdirSync(files.path('model'));
    mkdirSync(files.path('other'));
    files.file('outside.bin', new Uint8Array(Float32Array.of(1).buffer));
    files.file('model/w.bin', new Uint8Array(Float32Array.of(254).buffer));
    files.file('model/short.bin', new Uint8Array(3));
    symlinkSync(files.path('outside.bin'), files.path('model/link.bin'));
    const table = files.cache('t.cache', 'x: 3f000000');
    for (const location of ['../outside.bin', 'link.bin', files.path('outside.bin'), 'none.bin']) {
      const model = files.file('model/m.onnx', external(location));
      const { stderr } = runs(2, ...convert(table, model));
      assert.ok(stderr.includes(location.split('/').at(-1) ?? ''), stderr);
    }
    const short = files.file('model/m.onnx', external('short.bin'));
    assert.match(runs(2, ...convert(table, short)).stderr, /"w" has 3 bytes of data/);
    const model = files.file('model/m.onnx', external('w.bin'));
    const elsewhere = run([...convert(table, model).slice(0, -1), files.path('other/q.onnx')]);
    assert.equal(elsewhere.code, 0, elsewhere.stderr);
    assert.match(elsewhere.stderr, /reads its weights from "w\.bin"/);
  });
});

describe('convert of a Q/DQ model', () => {
  const files = new Workspace();
  const half = floats('s', [], [0.5]);
  const back = (...rest: string[]): string[] => [
    ...['convert', files.path('q.onnx'), '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', files.path('t.cache')],
    ...rest,
  ];

  it('takes asymmetric pairs and the largest of several scales only when told to', () => {
    const [a, b, c] = [
      pair('x', half, whole('z', INT8, [], [0]), 'a'),
      pair('x', floats('s2', [], [0.25]), whole('z', INT8, [], [0]), 'b'),
      pair('u', floats('s3', [], [0.1]), whole('z8', UINT8, [], [0]), 'c'),
    ];
    const graph = {
      node: [...a.nodes, ...b.nodes, ...c.nodes, node('Sum', ['a', 'b', 'c'], ['y'])],
      initializer: [half, whole('z', INT8, [], [0]), floats('s2', [], [0.25]), ...c.initializers],
      input: [value('x'), value('u')],
      output: [value('y')],
    };
    files.file('q.onnx', onnxModel(graph));
    assert.match(runs(2, ...back('--symmetric')).stderr, /conflict: x: 0\.5, 0\.25/);
    const report = jsonOf<{ conflicts: object[]; dropped: { name: string }[] }>(0, ...back('--largest', '--json'));
    assert.deepEqual(report.conflicts, [{ tensor: 'x', scales: [0.5, 0.25] }]);
    assert.deepEqual(
      report.dropped.map(({ name }) => name),
      ['u'],
    );
    runs(0, ...back('--largest', '--symmetric', '--force'));
    assert.match(files.text('t.cache'), /\nx: 3f000000\nu: 3e4d9b37\n/);
    assert.match(runs(1, 'check', files.path('q.onnx')).stdout, /error: .*\[qdq-conflict\]/);
  });

  it('carries scales downstream, then upstream, never over an entry', () => {
    const { nodes, initializers } = pair('t', half, null);
    const graph = {
      node: [
        node('Relu', ['x'], ['r']),
        node('MaxPool', ['r'], ['t']),
        ...nodes,
        node('Reshape', ['t_dq', 'shape'], ['y']),
      ],
      initializer: [...initializers, { name: 'shape', dims: [1], data_type: 7, int64_data: [-1] }],
      input: [value('x')],
      output: [value('y')],
    };
    files.file('q.onnx', onnxModel(graph));
    const { carried } = jsonOf<{ carried: object[] }>(0, ...back('--carry', '--json'));
    assert.deepEqual(carried, [
      { name: 'y', from: 't', op: 'Reshape' },
      { name: 'r', from: 't', op: 'MaxPool' },
      { name: 'x', from: 'r', op: 'Relu' },
    ]);
  });
});
