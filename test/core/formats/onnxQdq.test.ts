/** Q/DQ models as tables: what makes an entry, what is kept with a reason, and that nothing is invented. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { detect } from '../../../src/core/formats/index.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { onnxQdq } from '../../../src/core/formats/onnxQdq.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { needCorpus } from '../support/corpus.js';
import { node, onnxModel, withBrokenNames } from '../support/onnxModel.js';
import { FLOAT16, floats, INT16, INT8, pair, UINT8, value, whole } from '../support/qdqModel.js';

const folder = resolve(__dirname, '../../../../shared/corpus/qdq');
const WEIGHT = floats('w', [1, 1, 1, 1], [1]);

/** A net `x -> pair -> Conv -> y`, read as a table. */
function read(scale: object, zero: object | null, output = 'x_dq'): TableDocument {
  const { nodes, initializers } = pair('x', scale, zero, output);
  const conv = node('Conv', [output, 'w'], ['y']);
  return tableOf({
    node: [...nodes, conv],
    initializer: [...initializers, WEIGHT],
    input: [value('x')],
    output: [value('y')],
  });
}

function tableOf(graph: object): TableDocument {
  const bytes = onnxModel(graph);
  const detection = detect(bytes, 'net.onnx');
  assert.ok(detection.kind === 'table' && detection.format.id === 'onnx-qdq', 'taken for a Q/DQ model');
  return detection.format.read(bytes);
}

function entries({ table }: TableDocument): [string, number][] {
  return table.names.map((name, i) => [name, table.values[i] ?? NaN]);
}

/** Why tensors have no entry. */
function reasons({ kept = [] }: TableDocument): string[] {
  return kept
    .filter(({ title }) => title === 'Pairs without an entry')
    .flatMap(({ items }) => items.map(({ text }) => text));
}

describe('a Q/DQ model as a table', () => {
  it('keeps the bytes of names that are no UTF-8, apart from each other', () => {
    const first = pair('a~', floats('s', [], [0.5]), null, 'p');
    const second = pair('a^', floats('t', [], [0.25]), null, 'q');
    const bytes = withBrokenNames(
      onnxModel({
        node: [...first.nodes, ...second.nodes, node('Add', ['p', 'q'], ['y'])],
        initializer: [...first.initializers, ...second.initializers],
        input: [value('a~'), value('a^')],
        output: [value('y')],
      }),
    );
    const { table, findings } = onnxQdq.read(bytes);
    assert.deepEqual(
      table.names.map((name) => [...utf8Bytes(name)]),
      [
        [97, 0x80],
        [97, 0x81],
      ],
      JSON.stringify(findings),
    );
    const cache = tensorrt.read(convertDocument(onnxQdq.read(bytes), tensorrt, 'TRT-8601-EntropyCalibration2').bytes);
    assert.deepEqual(cache.table.names, table.names);
  });

  const half = floats('s', [], [0.5]);

  it('has an entry for int8 with zero point 0, the scale as it is', () => {
    const document = read(half, whole('z', INT8, [], [0]));
    assert.deepEqual(entries(document), [['x', 0.5]]);
    assert.deepEqual(document.findings, []);
  });

  it('takes uint8 with zero point 128, and a pair without a zero point, and says so', () => {
    for (const zero of [whole('z', UINT8, [], [128]), null]) {
      const document = read(half, zero);
      assert.deepEqual(entries(document), [['x', 0.5]]);
      assert.deepEqual(
        document.findings.map(({ rule, severity }) => [rule, severity]),
        [['qdq-asymmetric', 'info']],
      );
    }
  });

  it('widens a float16 scale exactly', () => {
    const third = { name: 's', dims: [], data_type: FLOAT16, int32_data: [0x3555] };
    assert.deepEqual(entries(read(third, whole('z', INT8, [], [0]))), [['x', 0.333251953125]]);
  });

  it('takes a scale that is a list of one, and one from a Constant node behind Identity', () => {
    assert.deepEqual(entries(read(floats('s', [1], [0.5]), whole('z', INT8, [1], [0]))), [['x', 0.5]]);
    const constant = node('Constant', [], ['s0'], {
      attribute: [{ name: 'value', type: 4, t: floats('', [], [0.25]) }],
    });
    const { nodes } = pair('x', { name: 's' }, null);
    const graph = {
      node: [constant, node('Identity', ['s0'], ['s']), ...nodes],
      input: [value('x')],
      output: [value('x_dq')],
    };
    assert.deepEqual(entries(tableOf(graph)), [['x', 0.25]]);
  });

  it('has no entry, but a reason, for asymmetric pairs', () => {
    const document = read(floats('s', [], [0.1]), whole('z', UINT8, [], [0]));
    assert.deepEqual(entries(document), []);
    assert.match(reasons(document).join(), /asymmetric: uint8 with zero point 0/);
    assert.match(document.findings.map(({ message }) => message).join(), /0\.2007874/);
  });

  it('has no entry, but a reason, for what is per channel, computed or of other types', () => {
    assert.match(
      reasons(read(floats('s', [2], [1, 2]), whole('z', INT8, [2], [0, 0]))).join(),
      /one scale a channel \(2\)/,
    );
    assert.match(reasons(read(half, whole('z', INT16, [], [0]))).join(), /int16/);
    assert.match(
      reasons(read(half, { name: 'z', dims: [], data_type: 17, raw_data: Uint8Array.of(0) })).join(),
      /float8/,
    );
    const computed = node('Mul', ['x', 'x'], ['s']);
    const { nodes } = pair('x', { name: 's' }, null);
    const graph = { node: [computed, ...nodes], input: [value('x')], output: [value('x_dq')] };
    assert.match(reasons(tableOf(graph)).join(), /its scale "s" is computed/);
  });

  it('names an entry by the graph output that the pair feeds', () => {
    const relu = node('Relu', ['x'], ['t']);
    const { nodes, initializers } = pair('t', half, whole('z', INT8, [], [0]), 'y');
    const graph = { node: [relu, ...nodes], initializer: initializers, input: [value('x')], output: [value('y')] };
    assert.deepEqual(entries(tableOf(graph)), [['y', 0.5]]);
  });

  it('makes one entry of pairs that agree, and none but a finding of pairs that do not', () => {
    const [a, b] = [pair('x', half, null, 'a'), pair('x', floats('s2', [], [0.25]), null, 'b')];
    const graphWith = (second: typeof b): object => ({
      node: [...a.nodes, ...second.nodes, node('Add', ['a', 'b'], ['y'])],
      initializer: [...a.initializers, ...second.initializers],
      input: [value('x')],
      output: [value('y')],
    });
    assert.deepEqual(entries(tableOf(graphWith(pair('x', floats('s2', [], [0.5]), null, 'b')))), [['x', 0.5]]);
    const conflict = tableOf(graphWith(b));
    assert.deepEqual(entries(conflict), []);
    const [finding] = conflict.findings;
    assert.deepEqual([finding?.rule, finding?.severity], ['qdq-conflict', 'error']);
    assert.match(finding?.message ?? '', /"x".*0\.5, 0\.25/);
  });

  it('counts weights, and warns of a layer without a pair on its input', () => {
    const weight = pair('w', floats('ws', [1], [0.5]), null);
    const x = pair('x', half, null);
    const graph = {
      node: [
        ...x.nodes,
        ...weight.nodes,
        node('Conv', ['x_dq', 'w_dq'], ['t']),
        node('MaxPool', ['t'], ['u']),
        node('Conv', ['u', 'w'], ['y']),
      ],
      initializer: [...x.initializers, ...weight.initializers, WEIGHT],
      input: [value('x')],
      output: [value('y')],
    };
    const document = tableOf(graph);
    assert.deepEqual(
      document.kept?.map(({ title, items }) => [title, items.length]),
      [['Quantized weights', 1]],
    );
    const warned = checkDocument(document).filter(({ rule }) => rule === 'no-pair-for-layer');
    assert.deepEqual(
      warned.map(({ message }) => /^"([^"]*)".*"([^"]*)"/.exec(message)?.slice(1)),
      [['Conv_y', 'u']],
    );
  });

  it('is told from a plain model, which is named for what it is', () => {
    const plain = onnxModel({ node: [node('Relu', ['x'], ['y'])], input: [value('x')], output: [value('y')] });
    const detection = detect(plain, 'net.onnx');
    assert.ok(detection.kind === 'foreign');
    assert.equal(detection.foreign.id, 'onnx-model');
    assert.match(detection.foreign.advice ?? '', /--to onnx-qdq/);
  });
});

interface Truth {
  readonly activations: Record<
    string,
    { bits: number | null; zero: number | null; type: string; count: number | null }[]
  >;
}

describe('published Q/DQ models', () => {
  before(needCorpus);

  for (const file of ['residual-block', 'ultraface-rfb-320', 'torch-qat'])
    it(`have the entries that onnx's own reader sees: ${file}`, () => {
      const models = readdirSync(folder).filter((name) => name.startsWith(file) && name.endsWith('.onnx'));
      for (const model of models) {
        const { table, kept = [] } = readFile(model);
        const truth = JSON.parse(readFileSync(join(folder, model.replace('.onnx', '.json')), 'utf8')) as Truth;
        const found = Object.fromEntries(table.names.map((name, i) => [name, table.bits?.[i]]));
        assert.deepEqual(found, expected(truth), model);
        const dropped = kept.filter(({ title }) => title === 'Pairs without an entry').flatMap(({ items }) => items);
        assert.equal(table.names.length + dropped.length, Object.keys(truth.activations).length, model);
      }
    });

  function readFile(model: string): TableDocument {
    const bytes = new Uint8Array(readFileSync(join(folder, model)));
    const detection = detect(bytes, model);
    assert.ok(detection.kind === 'table' && detection.format.id === 'onnx-qdq', model);
    return detection.format.read(bytes);
  }

  /** onnxruntime renames what writes an output that it quantizes: the plain model has the output's name. */
  function expected({ activations }: Truth): Record<string, number | null> {
    const takes = (type: string, zero: number | null): boolean =>
      (type === 'int8' && zero === 0) || (type === 'uint8' && zero === 128);
    return Object.fromEntries(
      Object.entries(activations).flatMap(([name, [first]]) =>
        first && first.count === 1 && takes(first.type, first.zero)
          ? [[name.replace(/_QuantizeLinear_Input$/, ''), first.bits]]
          : [],
      ),
    );
  }
});
