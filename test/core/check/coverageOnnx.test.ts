/** Tables against ONNX networks: what is missing, what TensorRT may complain of, what its importer made. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { coverage, type Coverage } from '../../../src/core/check/coverage.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { missingEntries } from '../../../src/core/transfer/repair.js';
import { corpusNetwork, corpusTable, needCorpus } from '../support/corpus.js';
import { body, node, onnxModel, value } from '../support/onnxModel.js';
import { cacheOf } from '../support/tables.js';

function rules({ findings }: Coverage): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** A small classifier that also gives the number of the best class. */
const classifier: Network = readNetwork(
  onnxModel({
    input: [value('x', 1)],
    initializer: [{ name: 'w', data_type: 1 }],
    node: [
      node('Gemm', ['x', 'w'], ['scores'], { name: 'fc' }),
      node('Constant', [], ['k'], { name: 'Constant_3', attribute: [{ name: 'value_int', i: 1 }] }),
      node('Relu', ['scores'], ['positive'], { name: '' }),
      node('ArgMax', ['positive'], ['best']),
      node('If', ['best'], ['chosen'], {
        attribute: [
          body('then_branch', { node: [node('Relu', ['scores'], ['inside'])], output: [{ name: 'inside' }] }),
        ],
      }),
    ],
    output: [{ name: 'positive' }, { name: 'best' }, { name: 'chosen' }],
  }),
  'classifier.onnx',
);
const COMPLETE = ['x: 3c010204', 'scores: 3c010204', 'positive: 3c010204', 'chosen: 3c010204'];

describe('coverage by an ONNX network', () => {
  it('asks for no integers; TensorRT may complain of them, which is told by the way', () => {
    const result = coverage(cacheOf(...COMPLETE), classifier);
    assert.deepEqual([result.missing, result.unknown, rules(result)], [[], [], { 'maybe-missing': 1 }]);
    assert.match(result.findings[0]?.message ?? '', /"best"/);
    assert.equal(result.findings[0]?.severity, 'info');
  });

  it('asks for every float tensor', () =>
    assert.deepEqual(coverage(cacheOf(), classifier).missing, ['x', 'scores', 'positive', 'chosen']));

  it('takes an entry for an integer tensor where the table has one', () =>
    assert.deepEqual(rules(coverage(cacheOf(...COMPLETE, 'best: 3c010204'), classifier)), {}));

  it('knows names of constants, of nodes that make them, and of what is inside of branches', () => {
    const lines = ['w', 'k', 'inside', 'Constant_3'].map((name) => `${name}: 3c010204`);
    const result = coverage(cacheOf(...COMPLETE, ...lines), classifier);
    assert.deepEqual([result.unknown, rules(result)], [[], { 'maybe-missing': 1 }]);
  });

  it("tells names that TensorRT's importer makes from names that are of no use", () => {
    const made = [
      'fc_output',
      'fc_output_1',
      'fc_2_output',
      'w_output',
      'node_of_positive_output',
      'ONNXTRT_Broadcast_7_output',
      'ONNXTRT_ShapeShuffle_3_output',
      '/model.22/Constant_15_output_0_output',
      '(Unnamed Layer* 1) [Constant]_output',
      '(Unnamed Layer* 2) [Shuffle]_output',
      '(Unnamed Layer* 4) [Matrix Multiply]_output',
    ];
    const strange = ['conv_output', 'fc_out', 'y'];
    const result = coverage(
      cacheOf(...[...COMPLETE, ...[...made, ...strange].map((name) => `${name}: 3c010204`)]),
      classifier,
    );
    const found = (rule: string): (string | null)[] =>
      result.findings.filter((item) => item.rule === rule).map(({ entry }) => entry);
    assert.deepEqual(found('importer-made'), made);
    assert.deepEqual([found('unknown-entry'), result.unknown], [strange, strange]);
  });

  it('asks for nothing that only a conversion or an added entry would need', () => {
    const table = cacheOf(...COMPLETE);
    assert.deepEqual(missingEntries(table, classifier), []);
    const plan = planWithNetwork(table, tensorrt, classifier);
    assert.deepEqual(plan.rows.names, ['x', 'scores', 'positive', 'chosen']);
  });

  it('by a network with Q/DQ pairs: calibration is not used, and nothing that lacks is a loss', () => {
    const network = readNetwork(
      onnxModel({
        input: [value('x', 1)],
        initializer: [
          { name: 's', data_type: 1 },
          { name: 'z', data_type: 3 },
        ],
        node: [
          node('QuantizeLinear', ['x', 's', 'z'], ['q']),
          node('DequantizeLinear', ['q', 's', 'z'], ['d']),
          node('Relu', ['d'], ['y']),
        ],
        output: [value('y', 1)],
      }),
      'qdq.onnx',
    );
    const result = coverage(cacheOf('x: 3c010204'), network);
    assert.deepEqual([result.missing, rules(result)], [['d', 'y'], { 'calibration-unused': 1, 'missing-entry': 2 }]);
    assert.ok(result.findings.every(({ severity }) => severity === 'info'));
  });
});

describe('coverage of published tables by ONNX networks', () => {
  before(needCorpus);

  it("YOLOv8: nothing is missing, and seven names are the importer's", () => {
    const result = coverage(corpusTable('yolov8-trt101401.bin'), corpusNetwork('onnx/yolov8n-graph.onnx'));
    assert.deepEqual([result.missing, result.unknown, rules(result)['importer-made']], [[], [], 7]);
  });

  for (const name of ['ultraface-rfb-320', 'residual-block'])
    it(`${name}: no finding`, () =>
      assert.deepEqual(coverage(corpusTable(`onnx/${name}.cache`), corpusNetwork(`onnx/${name}.onnx`)).findings, []));
});

describe('networks that are none', () => {
  for (const file of ['net.onnx', 'net.prototxt'])
    it(`a git-lfs pointer is named as that: ${file}`, () =>
      assert.throws(
        () => readNetwork(utf8Bytes('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n'), file),
        /git-lfs pointer.*git lfs pull/,
      ));

  it('a model without nodes that hands out its weights is one all the same', () => {
    const network = readNetwork(
      onnxModel({ initializer: [{ name: 'w', data_type: 1 }], output: [value('w', 1)] }),
      'w.onnx',
    );
    assert.deepEqual([network.layers, network.inputs, [...network.constants]], [[], [], ['w']]);
  });
});
