import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildInText } from '../../../src/core/build/index.js';
import type { Build } from '../../../src/core/build/build.js';
import { summaryOf } from '../../../src/core/build/summary.js';

const end = (name: string, format: string): object => ({ Name: name, Dimensions: [1, 3], 'Format/Datatype': format });
const INT8 = 'Thirty-two wide channel vectorized row major Int8 format';
const HALF = 'Row major linear FP16 format.';
const BETWEEN = 'Reformatted Output Tensor 0 to conv1 + relu1';

const conv = {
  Name: 'conv1 + relu1',
  LayerType: 'CaskConvolution',
  Inputs: [end('data', INT8)],
  Outputs: [end(BETWEEN, HALF)],
  Weights: { Type: 'Int8', Count: 432 },
  Metadata: '[ONNX Layer: conv1]\u001e[ONNX Layer: relu1]',
};
const reformat = {
  Name: 'Reformatting CopyNode',
  LayerType: 'Reformat',
  Inputs: [end(BETWEEN, HALF)],
  Outputs: [end('relu1 copy', INT8)],
  Origin: 'REFORMAT',
};

function read(text: string): Build {
  return buildInText(text) ?? assert.fail('not recognised');
}

const facts = ({ layers }: Build): unknown[] =>
  layers.map(({ name, input, weights, output, onnx }) => [name, input, weights, output, onnx]);

const expected = [
  ['conv1 + relu1', 'int8', 'int8', 'fp16', ['conv1', 'relu1']],
  ['Reformatting CopyNode', 'fp16', null, 'int8', []],
];

describe("the engine inspector's JSON", () => {
  const detailed = { Layers: [conv, reformat], Bindings: ['data'] };

  it('tells three facts a layer, and the nodes that it was made of', () =>
    assert.deepEqual(facts(read(JSON.stringify(detailed))), expected));

  it('names the tensors behind reformats', () =>
    assert.deepEqual(
      read(JSON.stringify(detailed)).tensors.map(({ name, tensor, datatype }) => [name, tensor, datatype]),
      [
        ['data', 'data', 'int8'],
        [BETWEEN, 'relu1', 'fp16'],
        ['relu1 copy', 'relu1', 'int8'],
      ],
    ));

  it('may hold the raw control characters of a copy', () => {
    const raw = JSON.stringify(detailed, null, 2).replaceAll('\\u001e', '\u001e');
    assert.deepEqual(facts(read(raw)), expected);
  });

  it("is read in TensorRT 11's words", () => {
    const layer = {
      ...conv,
      Inputs: [{ Name: 'data', Datatype: 'Int8', Format: 'CHW32' }],
      Outputs: [{ Name: 'y', DataType: 'Half' }],
    };
    const eleven = { Layers: [layer], 'I/O Tensors': [{ Name: 'data', IOMode: 'Input' }] };
    assert.deepEqual(facts(read(JSON.stringify(eleven))), expected.slice(0, 1));
  });

  for (const root of [
    [conv, reformat],
    ...['layers', 'LayerInfo', 'layerInfo'].map((key) => ({ [key]: [conv, reformat] })),
  ])
    it(`may have the root ${JSON.stringify(root).slice(0, 14)}…`, () =>
      assert.deepEqual(facts(read(JSON.stringify(root))), expected));

  it('may be objects that a loop printed between lines of its own', () => {
    const text = `engine: net {1}\n--- Layer 0 ---\n${JSON.stringify(conv)}\n--- Layer 1 ---\n${JSON.stringify(reformat, null, 1)}\ndone\n`;
    assert.deepEqual(facts(read(text)), expected);
  });

  it('with names only says how to get more', () => {
    const build = read('{"Layers": ["conv1 + relu1", "fc"], "Bindings": ["x"]}');
    assert.deepEqual([build.layers.length, build.listsTensors], [2, false]);
    assert.match(build.notes.join(), /--profilingVerbosity=detailed/);
  });

  it('without a layer says so', () =>
    assert.match(read('{"Layers": [], "Bindings": []}').notes.join(), /No layer is listed/));

  it('counts INT8 kernels with float ends, and one whose INT8 input proves nothing', () => {
    const float = { ...conv, Name: 'f', Weights: { Type: 'Float', Count: 9 } };
    const summary = summaryOf(read(JSON.stringify([conv, float, reformat])));
    const { weighted, int8Weights, int8FloatOutput, int8AllInt8, int8InputFloatWeights, reformat: paid } = summary;
    assert.deepEqual(
      [weighted, int8Weights, int8FloatOutput, int8AllInt8, int8InputFloatWeights, paid],
      [2, 1, 1, 0, 1, 1],
    );
  });

  it('is read in its one-line form, among the lines of a program', () => {
    const ends = (name: string, type: string): string =>
      `[ { Name: ${name}, Location: Device, Dimensions: [1,3], Format/Datatype: ${type} }]`;
    const text = `hello\nLayers:\nName: conv1, with [brackets] + relu1, LayerType: CaskConvolution, Inputs: ${ends('a, b', 'Int8')}, Outputs: ${ends('c', 'Half')}, Weights: {"Type": "Int8", "Count": 4}, Metadata: [ONNX Layer: conv1][ONNX Layer: relu1]\n`;
    const build = read(text);
    assert.equal(build.kind, 'inspector');
    assert.deepEqual(facts(build), [['conv1, with [brackets] + relu1', 'int8', 'int8', 'fp16', ['conv1', 'relu1']]]);
    assert.deepEqual(build.layers[0]?.reads, ['a, b']);
  });

  for (const other of [
    '{"conv1": {"scale": 0.1}}',
    '[]',
    '[1, 2]',
    '{"Layers": 3}',
    'null',
    '{"Layers": [{"Name": "x"}]}',
  ])
    it(`is not seen in ${other}`, () => assert.equal(buildInText(other), null));
});

describe('published engines', () => {
  const folder = resolve(__dirname, '../../../../shared/corpus/build');

  it('have the counts that were taken from them by hand', function () {
    if (!existsSync(folder)) {
      console.warn(`      (no ${folder}: published engines are not tested)`);
      this.skip();
    }
    const [, ...rows] = readFileSync(join(folder, 'expected.tsv'), 'utf8').trim().split('\n');
    for (const row of rows) {
      const [file = '', ...counts] = row.split('\t');
      const summary = summaryOf(read(readFileSync(join(folder, file), 'utf8')));
      assert.deepEqual(Object.values(summary), counts.slice(0, 11).map(Number), file);
    }
  });
});
