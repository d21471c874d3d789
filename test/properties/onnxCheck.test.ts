/** Random ONNX models, whose tensors' types are known by construction, against tables that hold every float tensor. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coverage } from '../../src/core/check/coverage.js';
import type { TableDocument } from '../../src/core/formats/format.js';
import { readNetwork } from '../../src/core/naming/networkKinds.js';
import { onnxTruths } from '../core/support/onnxGraphs.js';
import { cacheOf } from '../core/support/tables.js';

const RUNS = { numRuns: 200 };

function tableOf(names: readonly string[]): TableDocument {
  return cacheOf(...names.map((name) => `${name}: 3c010204`));
}

describe('a random ONNX model', () => {
  it('asks for its float tensors and for nothing else', () => {
    const operators = new Set<string>();
    fc.assert(
      fc.property(onnxTruths, (truth) => {
        truth.operators.forEach((operator) => operators.add(operator));
        const { missing, unknown } = coverage(tableOf(truth.floats), readNetwork(truth.bytes, 'random.onnx'));
        assert.deepEqual({ missing, unknown }, { missing: [], unknown: [] });
      }),
      RUNS,
    );
    for (const operator of ['If', 'Loop', 'Scan', 'Block', 'Nested', 'Where', 'TopK', 'ConstantOfShape'])
      assert.ok(operators.has(operator), `no ${operator} among the models`);
  });

  it('misses exactly the tensor whose entry is taken away', () => {
    fc.assert(
      fc.property(onnxTruths, fc.nat(), ({ bytes, floats }, pick) => {
        const gone = floats[pick % floats.length] ?? '';
        const { missing, unknown } = coverage(
          tableOf(floats.filter((name) => name !== gone)),
          readNetwork(bytes, 'random.onnx'),
        );
        assert.deepEqual({ missing, unknown }, { missing: [gone], unknown: [] });
      }),
      RUNS,
    );
  });

  it('knows no other names, and says so of each', () => {
    fc.assert(
      fc.property(onnxTruths, ({ bytes, floats }) => {
        const { unknown } = coverage(tableOf([...floats, 'no such', 'valueOf']), readNetwork(bytes, 'random.onnx'));
        assert.deepEqual(unknown, ['no such', 'valueOf']);
      }),
      RUNS,
    );
  });
});
