/** What published pairs of tables do to an alignment, each by itself. */
import assert from 'node:assert/strict';
import { Random } from '../../../samples/generator/random.js';
import { diffTables, type Diff, type Pair } from '../../../src/core/diff/diff.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { nvdlaTable, tensorrtTable } from '../support/tables.js';

type Entry = readonly [name: string, scale: number];

/** Scales as networks have them. */
const random = new Random(1);
const SCALES = Array.from({ length: 24 }, () => random.logNormal(0.05, 0.9));

function diff(before: readonly Entry[], after: readonly Entry[]): Diff {
  return diffTables(tensorrtTable(before), tensorrtTable(after));
}

const places = ({ pairs }: Diff): [number, number][] => pairs.map(({ oldIndex, newIndex }) => [oldIndex, newIndex]);
const isSure = ({ confidence }: Pair): boolean => confidence >= 0.5;

describe('an alignment survives', () => {
  it('every name changed and every scale equal', () => {
    const found = diff(
      SCALES.map((scale, i) => [`res${i}`, scale]),
      SCALES.map((scale, i) => [`/layer${i}/Conv_output_0`, scale]),
    );
    assert.deepEqual(
      places(found),
      SCALES.map((_, i) => [i, i]),
    );
    assert.ok(found.pairs.every(({ how, confidence }) => how === 'renamed' && confidence >= 0.9));
    assert.deepEqual([found.summary.same, found.summary.renamed], [24, 24]);
  });

  it('unnamed layers shifted by an inserted one', () => {
    const name = (i: number): string => `(Unnamed Layer* ${i}) [Convolution]_output`;
    const after: Entry[] = SCALES.map((scale, i) => [name(i < 10 ? i : i + 1), scale * 1.01]);
    after.splice(10, 0, [name(10), 7]);
    const found = diff(
      SCALES.map((scale, i) => [name(i), scale]),
      after,
    );
    assert.deepEqual(
      places(found),
      SCALES.map((_, i) => [i, i < 10 ? i : i + 1]),
    );
    assert.deepEqual(found.added, [{ name: name(10), index: 10 }]);
    assert.deepEqual([found.summary.renumbered, found.removed], [14, []]);
    assert.ok(found.pairs.every(isSure));
    assert.match(
      found.pairs[12]?.evidence.join('; ') ?? '',
      /same name but for its numbers.*stands in the new table for another tensor/,
    );
  });

  it('names of modules that were renumbered by an inserted one', () => {
    const name = (i: number): string => `/model.${i}/conv/Conv_output_0`;
    const after: Entry[] = SCALES.map((scale, i) => [name(i < 6 ? i : i + 1), scale * 0.99]);
    after.splice(6, 0, [name(6), 3]);
    const found = diff(
      SCALES.map((scale, i) => [name(i), scale]),
      after,
    );
    assert.deepEqual(
      places(found),
      SCALES.map((_, i) => [i, i < 6 ? i : i + 1]),
    );
    assert.deepEqual(
      found.added.map(({ index }) => index),
      [6],
    );
  });

  it('another ending, with scales far apart', () => {
    const before: Entry[] = SCALES.map((scale, i) => [i % 5 === 4 ? `up_${i}_plugin_out` : `conv_${i}_relu`, scale]);
    const after: Entry[] = SCALES.map((scale, i) =>
      i % 5 === 4 ? [`up_${i}_plugin__output`, scale * (3 + i)] : [`conv_${i}_relu`, scale],
    );
    const found = diff(before, after);
    assert.deepEqual(
      places(found),
      SCALES.map((_, i) => [i, i]),
    );
    assert.deepEqual(
      found.pairs.filter(({ how }) => how === 'renamed').map(({ oldIndex }) => oldIndex),
      [4, 9, 14, 19],
    );
  });

  it('numbers that mean other tensors in the other file', () => {
    const found = diff(
      SCALES.map((scale, i) => [`${100 + i}`, scale]),
      SCALES.map((scale, i) => [`${103 + i}`, scale * 1.02]),
    );
    assert.deepEqual(
      places(found),
      SCALES.map((_, i) => [i, i]),
    );
    assert.ok(found.pairs.every((pair) => pair.how === 'renumbered' && isSure(pair)));
  });

  it('a number that means another tensor, by saying so', () => {
    const before: Entry[] = [
      ['data', 1],
      ...SCALES.slice(0, 12).map((scale, i): Entry => [`conv${i}`, scale]),
      ['446', 0.02],
      ['447', 0.5],
      ['prob', 0.0078],
    ];
    const after = before.map(([name, scale]): Entry => [
      name === '447' ? '448' : name,
      name === '446' ? scale * 9 : scale,
    ]);
    const pair = diff(before, after).pairs.find(({ old }) => old === '446');
    assert.ok(pair && !isSure(pair));
    assert.deepEqual(pair.evidence, ['same name', 'scales 9 times apart', 'same name, another tensor?']);
  });

  it('a number whose scale somebody edited: where all numbers stand in both tables, none has moved', () => {
    const before = SCALES.map((scale, i): Entry => [`${100 + i}`, scale]);
    const found = diff(
      before,
      before.map(([name, scale], i): Entry => [name, i === 7 ? scale * 9 : scale]),
    );
    assert.deepEqual([found.summary.changed, found.pairs.every(isSure)], [1, true]);
  });

  it('a run of equal scales with one of them gone: no pair in it is sure that could be another', () => {
    const run: Entry[] = Array.from({ length: 6 }, (_, i) => [`${20 + i}`, 0.5]);
    const [head, tail] = [
      SCALES.slice(0, 10).map((scale, i): Entry => [`${i}`, scale]),
      SCALES.slice(10, 20).map((scale, i): Entry => [`${40 + i}`, scale]),
    ];
    const found = diff(
      [...head, ...run, ...tail],
      [
        ...head.map(([, scale], i): Entry => [`n${i}`, scale]),
        ...run.slice(1).map(([, scale], i): Entry => [`n${20 + i}`, scale]),
        ...tail.map(([, scale], i): Entry => [`n${40 + i}`, scale]),
      ],
    );
    assert.deepEqual(
      places(found).filter(([i]) => i < 10 || i >= 16),
      [...Array.from({ length: 10 }, (_, i) => [i, i]), ...Array.from({ length: 10 }, (_, i) => [16 + i, 15 + i])],
    );
    assert.ok(found.pairs.every(({ oldIndex, confidence }) => oldIndex < 10 || oldIndex >= 16 || confidence < 0.9));
  });

  it('a table in another order, by names', () => {
    const before = SCALES.map((scale, i): Entry => [`res${i}_branch`, scale]);
    const found = diff(
      before,
      [...before].sort(([, a], [, b]) => a - b),
    );
    assert.deepEqual([found.summary.same, found.removed, found.added], [24, [], []]);
    assert.ok(found.pairs.every(isSure));
  });

  it('every range grown, as with MinMax after Entropy', () => {
    const after = SCALES.map((scale, i): Entry => [`Conv_${i < 18 ? i : i + 1}__output`, scale * (2 + (i % 3))]);
    after.splice(18, 0, ['Conv_18__output', 0.4]);
    const found = diff(
      SCALES.map((scale, i): Entry => [`Conv_${i}__output`, scale]),
      after,
    );
    assert.ok(found.verdict.related);
    assert.deepEqual(
      places(found).slice(0, 18),
      Array.from({ length: 18 }, (_, i) => [i, i]),
    );
    // A number alone does not carry a scale that moved by more than a factor of two.
    assert.ok(found.pairs.every((pair) => pair.how !== 'same-name' || Math.abs(pair.log2Ratio) <= 1 || !isSure(pair)));
  });

  it('one scale that somebody edited', () => {
    const before = SCALES.map((scale, i): Entry => [`res${i}_branch`, scale]);
    const found = diff(
      before,
      before.map(([name, scale], i): Entry => [name, i === 7 ? scale * 100 : scale]),
    );
    assert.deepEqual([found.summary.changed, found.pairs.every(({ confidence }) => confidence === 1)], [1, true]);
  });

  it('a name that was given to another tensor elsewhere', () => {
    const before = SCALES.map((scale, i): Entry => [`block${i}_conv`, scale]);
    const after = [...before.slice(0, 3), ...before.slice(4, 15), ['block3_conv', 90] as const, ...before.slice(15)];
    const pair = diff(before, after).pairs.find(({ old }) => old === 'block3_conv');
    assert.ok(pair === undefined || !isSure(pair));
  });

  it('two networks, by saying so', () => {
    const found = diff(
      SCALES.map((scale, i): Entry => [`a${i}`, scale]),
      SCALES.map((scale, i): Entry => [`/b${i}/Relu`, scale * 1.61 ** (i % 7)]),
    );
    assert.equal(found.verdict.related, false);
    assert.deepEqual(found.pairs, []);
    assert.match(found.verdict.statements[0]?.text ?? '', /different networks/);
  });

  it("tables of layers' inputs beside those of outputs: an equal name is another tensor, and that is said", () => {
    const entries = SCALES.map((scale, i): Entry => [`conv${i}`, scale]);
    const inputs: CalibrationTable = {
      ...tensorrtTable(entries),
      format: 'ncnn',
      quantity: 'reciprocal',
      values: Float64Array.from(entries, ([, scale]) => 1 / scale),
    };
    const { pairs } = diffTables(inputs, nvdlaTable(entries));
    assert.equal(pairs.length, SCALES.length);
    for (const { confidence, evidence } of pairs) {
      assert.ok(confidence < 0.5);
      assert.match(evidence.join('; '), /one table keeps the layer's input, the other its output/);
    }
    assert.ok(diffTables(inputs, inputs).pairs.every(isSure));
  });
});
