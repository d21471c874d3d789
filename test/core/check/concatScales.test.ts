/** Concats whose inputs have ranges that can't share one scale. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { floatToBits, bitsToHex } from '../../../src/core/bytes/float32.js';
import { coverage } from '../../../src/core/check/coverage.js';
import type { Finding } from '../../../src/core/check/index.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { corpusNetwork, corpusTable, needCorpus } from '../support/corpus.js';
import { node, onnxModel, value } from '../support/onnxModel.js';
import { cacheOf, calib } from '../support/tables.js';

function found(document: TableDocument, network: Network): Finding[] {
  return coverage(document, network).findings.filter(({ rule }) => rule === 'concat-scales');
}

/** A cache that gives each tensor its range. */
function ranges(byName: Record<string, number>): TableDocument {
  return cacheOf(...Object.entries(byName).map(([name, range]) => `${name}: ${bitsToHex(floatToBits(range / 127))}`));
}

const onnx: Network = readNetwork(
  onnxModel({
    input: [value('a', 1), value('b', 1), value('c', 1)],
    node: [node('Concat', ['a', 'b', 'c'], ['all'])],
    output: [value('all', 1)],
  }),
  'concat.onnx',
);

const caffe: Network = readNetwork(
  utf8Bytes(`
  input: "data"
  layer { name: "wide" type: "Convolution" bottom: "data" top: "wide" }
  layer { name: "wide_relu" type: "ReLU" bottom: "wide" top: "wide" }
  layer { name: "narrow" type: "Convolution" bottom: "data" top: "narrow" }
  layer { name: "drop" type: "Dropout" bottom: "narrow" top: "dropped" }
  layer { name: "join" type: "Concat" bottom: "wide" bottom: "dropped" top: "join" }
`),
  'concat.prototxt',
);

describe('inputs of a Concat', () => {
  it('with a range over 4 times that of another are found, once a Concat, at the widest', () => {
    const [item, ...rest] = found(ranges({ a: 1, b: 9, c: 96, all: 96 }), onnx);
    assert.deepEqual([item?.severity, item?.entry, item?.line, rest], ['warning', 'c', 4, []]);
    assert.match(item?.message ?? '', /"Concat_all": its range, ±96, is 96 times that of "a" \(±1\).* 1 of its 127 /);
  });

  it("with a range over 4 times the output's are clipped", () => {
    const [item, ...rest] = found(ranges({ a: 10, b: 9, c: 8, all: 2 }), onnx);
    assert.deepEqual([item?.entry, rest], ['a', []]);
    assert.match(item?.message ?? '', /5 times that of the output "all" \(±2\)/);
  });

  it('with ranges up to 4 times apart are fine, and so is a wide output', () => {
    assert.deepEqual(found(ranges({ a: 1, b: 4, c: 3.9, all: 100 }), onnx), []);
    assert.deepEqual(found(ranges({ a: 4, b: 4, c: 4, all: 1 }), onnx), []);
  });

  it('without a usable number say nothing: 0, Inf, NaN and absent ones', () => {
    const odd = cacheOf('a: 0', 'b: 7f800000', 'c: 3c010204', 'all: 7fc00000');
    assert.deepEqual(found(odd, onnx), []);
    assert.deepEqual(found(ranges({ c: 50 }), onnx), []);
  });

  it('are measured without their signs', () =>
    assert.deepEqual(
      found(ranges({ a: -1, b: 1, c: -9 }), onnx).map(({ entry }) => entry),
      ['c'],
    ));

  it('in a Caffe network are the tensors that the blobs stand for when the Concat reads them', () => {
    const table = ranges({ data: 50, '(Unnamed Layer* 0) [Convolution]_output': 1, wide: 20, narrow: 2, join: 20 });
    assert.deepEqual(
      found(table, caffe).map(({ entry }) => entry),
      ['wide'],
    );
  });

  it('of an NVDLA table are the entries of the layers that wrote them', () => {
    const scales = { data: 1, wide: 1, wide_relu: 90, narrow: 2, join: 90 };
    const table = calib(Object.fromEntries(Object.entries(scales).map(([name, scale]) => [name, { scale }])));
    assert.deepEqual(
      found(table, caffe).map(({ entry, message }) => [entry, /45 times that of "narrow"/.test(message)]),
      [['wide_relu', true]],
    );
  });

  it('are not spoken of where the network quantizes itself, so that no table is read', () =>
    assert.deepEqual(found(ranges({ a: 1, b: 9, c: 96 }), { ...onnx, quantizesItself: true }), []));

  it('that are shapes have no ranges', () => {
    const shapes = readNetwork(
      onnxModel({
        input: [value('x', 1)],
        node: [
          node('Shape', ['x'], ['s']),
          node('Gather', ['s', 'i'], ['h']),
          node('Concat', ['s', 'h'], ['target']),
          node('Reshape', ['x', 'target'], ['y']),
        ],
        initializer: [{ name: 'i', data_type: 7 }],
        output: [value('y', 1)],
      }),
      'shapes.onnx',
    );
    assert.deepEqual(found(ranges({ x: 1, s: 1, h: 80, target: 2, y: 1 }), shapes), []);
  });
});

describe('the sample network that loses small objects', () => {
  const file = resolve(__dirname, '../../../../shared/samples/shapes/shapes.onnx');

  it('is explained: one branch, 48 times larger, shares a Concat with the fine features', function () {
    if (!existsSync(file)) return this.skip();
    const network = readNetwork(Uint8Array.from(readFileSync(file)), file);
    const tensors = [...network.inputs, ...network.layers.flatMap(({ tops }) => tops)];
    const isLarge = (name: string): boolean => /^\/mid\/|^\/Resize_1_|^\/Concat_1_/.test(name);
    const table = ranges(Object.fromEntries(tensors.map((name) => [name, isLarge(name) ? 2 * 48 : 2])));
    const { missing, unknown, findings } = coverage(table, network);
    assert.deepEqual([missing, unknown], [[], []]);
    assert.deepEqual(
      findings.map(({ rule, entry }) => [rule, entry]),
      [['concat-scales', '/Resize_1_output_0']],
    );
    assert.match(findings[0]?.message ?? '', /"\/Concat_1".* 48 times that of "\/c2b\/c2b\.1\/Relu_output_0"/);
  });
});

describe('published tables with Concats', () => {
  before(needCorpus);

  const pairs = [
    ['yolov8-trt101401.bin', 'onnx/yolov8n-graph.onnx'],
    ['onnx/ultraface-rfb-320.cache', 'onnx/ultraface-rfb-320.onnx'],
    ['onnxruntime/ultraface-rfb-320/calibration.json', 'onnx/ultraface-rfb-320.onnx'],
    ['onnxruntime/ultraface-rfb-320/calibration.flatbuffers', 'onnx/ultraface-rfb-320.onnx'],
  ] as const;
  for (const [table, network] of pairs)
    it(`raise no false alarm: ${table}`, () => assert.deepEqual(found(corpusTable(table), corpusNetwork(network)), []));
});
