/** Scales that are equal but for rounding have not changed. */
import assert from 'node:assert/strict';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import { diffMarkdown, diffText } from '../../../src/core/diff/report/diffReport.js';
import { roundingFloor } from '../../../src/core/diff/rounding.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { nvdlaTable, tensorrtTable } from '../support/tables.js';

/** Scales of 20 tensors, each by its factor. */
function compared(factor: (index: number) => number, threshold = 0): Diff {
  const entries = Array.from({ length: 20 }, (_, i): [string, number] => [`tensor${i}`, 0.01 * (i + 1) ** 1.3]);
  const after = entries.map(([name, scale], i): [string, number] => [name, scale * factor(i)]);
  return diffTables(nvdlaTable(entries), nvdlaTable(after), threshold);
}

describe('a scale that is equal but for rounding', () => {
  it('is the same, and counted', () => {
    const { summary, pairs } = compared((i) => (i < 3 ? 1 + 1e-7 : i < 5 ? 1.5 : 1));
    assert.deepEqual([summary.same, summary.changed, summary.rounding, summary.grew], [18, 2, 3, 2]);
    assert.ok(pairs.slice(0, 3).every(({ log2Ratio, status }) => log2Ratio > 0 && status === 'same'));
  });

  it('is said in both reports, and only where there are any', () => {
    const side = { name: 'a', header: tensorrtTable([]).header };
    const rounded = compared((i) => (i < 3 ? 1 - 1e-7 : 1));
    assert.match(diffText(side, side, rounded, 80), /^20 same \(equal but for rounding: 3\), 0 changed/m);
    assert.match(diffMarkdown(side, side, rounded), /equal but for rounding: 3/);
    assert.doesNotMatch(
      diffText(
        side,
        side,
        compared((i) => (i < 3 ? 2 : 1)),
        80,
      ),
      /rounding/,
    );
  });

  it('is a change from a few units in the last place on, where other entries are equal', () => {
    for (const factor of [1 + 1e-6, 1 - 1e-6, 1.00005])
      assert.deepEqual(compared((i) => (i === 7 ? factor : 1)).summary.changed, 1, String(factor));
  });

  it('has moved by more where most entries moved by as little, as through few digits, and the others far', () => {
    const { summary } = compared((i) => (i === 7 ? 1.2 : 1 + ((i % 5) - 2) * 1e-5));
    assert.deepEqual([summary.changed, summary.rounding], [1, 16]);
    assert.ok(summary.roundingFloor > 2e-5 && summary.roundingFloor < 1e-4);
  });

  it('is not told from a change where nothing lies between small and large', () => {
    const { summary } = compared((i) => 1 + 1e-5 * 1.5 ** i);
    assert.equal(summary.rounding, 0);
    assert.equal(summary.changed, 20);
  });

  it('is the same by a threshold too, which is never below the floor', () => {
    assert.equal(compared((i) => (i < 3 ? 1 + 1e-7 : 1.001), 0.01).summary.same, 20);
    assert.equal(compared(() => 1 + 1e-7, 1e-9).summary.same, 20);
  });

  it('needs numbers: the floor of none, of zeros and of what has no ratio is that of float32', () => {
    const usual = roundingFloor([]);
    assert.ok(usual > 1e-7 && usual < 1e-6);
    assert.equal(roundingFloor([0, 0, NaN, Infinity, -Infinity]), usual);
  });

  it('is the same in both directions', () => {
    const factors = (i: number): number => (i === 7 ? 1.2 : 1 + (i % 3) * 2e-5);
    const there = compared(factors).summary;
    const back = compared((i) => 1 / factors(i)).summary;
    assert.deepEqual([there.changed, there.rounding], [back.changed, back.rounding]);
  });
});

describe('published tables of one calibration', () => {
  before(needCorpus);
  it('of TensorRT 6 and 7.2 have 86 scales that are equal but for rounding', () => {
    const { summary } = diffTables(
      corpusTable('resnet50-trt6001.cache').table,
      corpusTable('resnet50-trt7200.cache').table,
    );
    assert.deepEqual([summary.rounding, summary.changed], [86, 19]);
  });
});
