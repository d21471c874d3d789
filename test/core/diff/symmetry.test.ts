/** Old against new and new against old are one comparison. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEAD_RENAMINGS, makeHeadsTrial } from '../../../bench/align/heads.js';
import { RENAMINGS } from '../../../bench/align/scenarios.js';
import { makeTrial } from '../../../bench/align/trial.js';
import { Random } from '../../../samples/generator/random.js';
import { alignTables, type Alignment } from '../../../src/core/diff/align/align.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { bitsToFloat } from '../../../src/core/bytes/float32.js';
import { bits, name } from '../support/arbitraries.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { tensorrtTable } from '../support/tables.js';

function assertSymmetric(before: CalibrationTable, after: CalibrationTable): void {
  const [there, back] = [alignTables(before, after), alignTables(after, before)];
  assert.deepEqual(back.relation, there.relation);
  assert.deepEqual(
    pairsOf(back)
      .map(([i, j, ...rest]) => [j, i, ...rest])
      .sort(),
    pairsOf(there).sort(),
  );
  assert.deepEqual([back.removed, back.added], [there.added, there.removed]);
}

function pairsOf({ matches }: Alignment): [number, number, string, number][] {
  return matches.map(({ oldIndex, newIndex, how, confidence }) => [oldIndex, newIndex, how, confidence]);
}

const entries = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom('a', 'b', '1', '2', 'conv.3_1/Conv', '(Unnamed Layer* 4) [Constant]'), name), bits),
  { maxLength: 14 },
);
const table = entries.map((list) => tensorrtTable(list.map(([own, of]) => [own, bitsToFloat(of)])));

describe('a comparison the other way round', () => {
  it('of any two small tables finds the same pairs, with the same confidence', () => {
    fc.assert(fc.property(table, table, assertSymmetric));
  });

  it('of made-up networks finds the same pairs, with the same confidence', () => {
    const seed = fc.integer({ min: 1, max: 1000 });
    const renaming = fc.constantFrom(...RENAMINGS);
    const jitter = fc.constantFrom(0, 0.05, 0.2, 3);
    fc.assert(
      fc.property(renaming, seed, jitter, (how, own, by) => {
        const { old, new: next } = makeTrial(how, 60, 0.1, by, own);
        assertSymmetric(old, next);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...HEAD_RENAMINGS), seed, jitter, (how, own, by) => {
        const { old, new: next } = makeHeadsTrial(how, 40, by, new Random(own));
        assertSymmetric(old, next);
      }),
      { numRuns: 20 },
    );
  });

  it('of published tables finds the same pairs, with the same confidence', function () {
    needCorpus.call(this);
    const files = [
      'resnet50-trt6001.cache',
      'resnet50-trt100100.cache',
      'retinanet-trt8402.cache',
      'retinanet-trt8600.cache',
      'ssd-mobilenet-trt6001.cache',
      'ssd-mobilenet-trt7200.cache',
      'ssd-resnet34-trt6001.cache',
      'ssd-resnet34-trt7200.cache',
      '3d-unet-legacy-b.cache',
      '3d-unet-trt8201-minmax.cache',
      'lenet-nvdla.json',
      'lenet-tpu-mlir.cali_table',
    ].map((file) => corpusTable(file).table);
    files.slice(1).forEach((after, at) => assertSymmetric(files[at] ?? after, after));
  });
});
