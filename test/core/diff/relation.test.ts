/** What two tables are to each other: one network, the same graph with other values, or strangers. */
import assert from 'node:assert/strict';
import { RESNETS, resNet, yolov5, type Entry } from '../../../bench/align/families.js';
import { Random } from '../../../samples/generator/random.js';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import { entryScale, type CalibrationTable } from '../../../src/core/table/table.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { nvdlaTable, tensorrtTable } from '../support/tables.js';

const SEEDS = [1, 2, 3, 4, 5];

/** The verdict, which is the same the other way round. */
function verdict(before: CalibrationTable, after: CalibrationTable): Diff['verdict'] {
  const found = diffTables(before, after).verdict;
  assert.equal(diffTables(after, before).verdict.kind, found.kind, 'the other way round');
  assert.equal(found.related, found.kind !== 'different');
  return found;
}

function kind(before: CalibrationTable, after: CalibrationTable): Diff['verdict']['kind'] {
  return verdict(before, after).kind;
}

/** The same names and order with what becomes of each scale. */
function rescaled(table: CalibrationTable, scaleOf: (scale: number) => number): CalibrationTable {
  return tensorrtTable(table.names.map((name, i) => [name, scaleOf(entryScale(table, i))]));
}

function renamedAndShuffled(table: CalibrationTable, random: Random): CalibrationTable {
  const scales = table.names.map((_, i) => entryScale(table, i));
  return tensorrtTable(random.shuffled(scales).map((scale, i) => [`tensor_${i}`, scale]));
}

const family = (smaller: (random: Random) => Entry[], larger: (random: Random) => Entry[]): Diff['verdict']['kind'][] =>
  SEEDS.map((seed) => kind(nvdlaTable(smaller(new Random(seed))), nvdlaTable(larger(new Random(seed + 100)))));

const all = (expected: Diff['verdict']['kind']): Diff['verdict']['kind'][] => SEEDS.map(() => expected);

describe('the verdict of a comparison', () => {
  for (const [small, large] of [
    [18, 34],
    [18, 50],
    [34, 50],
    [50, 101],
  ] as const)
    it(`calls ResNet-${small} and ResNet-${large} different, though the smaller one's names are in the larger one`, () => {
      assert.deepEqual(
        family(
          (random) => resNet(RESNETS[small], random),
          (random) => resNet(RESNETS[large], random),
        ),
        all('different'),
      );
    });

  for (const [small, large] of [
    [1, 2],
    [2, 3],
    [1, 3],
  ] as const)
    it(`calls a YOLOv5 of depth ${small} and one of depth ${large} different`, () => {
      assert.deepEqual(
        family(
          (random) => yolov5(small, random),
          (random) => yolov5(large, random),
        ),
        all('different'),
      );
    });

  it('calls the same graph with other weights other values', () => {
    assert.deepEqual(
      family(
        (random) => resNet(RESNETS[50], random),
        (random) => resNet(RESNETS[50], random),
      ),
      all('other-values'),
    );
    assert.deepEqual(
      family(
        (random) => yolov5(1, random),
        (random) => yolov5(1, random),
      ),
      all('other-values'),
    );
  });

  it('calls one common scale, or scales that all grew, under the same names other values', () => {
    for (const entries of [resNet(RESNETS[18], new Random(1)), yolov5(1, new Random(1))]) {
      const table = tensorrtTable(entries);
      assert.equal(
        kind(
          table,
          rescaled(table, () => 0.02),
        ),
        'other-values',
      );
      assert.equal(
        kind(
          table,
          rescaled(table, (scale) => 8 * scale),
        ),
        'other-values',
      );
    }
  });

  it('calls a table that was calibrated again, with small moves, the same network', () => {
    const random = new Random(3);
    const table = tensorrtTable(resNet(RESNETS[34], random));
    assert.equal(
      kind(
        table,
        rescaled(table, (scale) => scale * random.between(0.8, 1.25)),
      ),
      'same-network',
    );
  });

  it('calls a table that was renamed and shuffled the same network when its scales are equal to the bit', () => {
    for (const seed of SEEDS) {
      const table = tensorrtTable(yolov5(1, new Random(seed)));
      assert.equal(kind(table, renamedAndShuffled(table, new Random(seed))), 'same-network');
    }
  });

  it('gives its figures in words, and says nothing of one network', () => {
    const [small, large] = [18, 50].map((depth) => nvdlaTable(resNet(RESNETS[depth as 18 | 50], new Random(depth))));
    assert.ok(small && large);
    assert.match(
      verdict(small, large).statements[0]?.text ?? '',
      /^These tables seem to be of different networks: 9\d of 229 entries have a counterpart, with scales [\d.]+ times apart \(median\), at most [\d.]+ times\. Only equal names/,
    );
    assert.ok(verdict(large, large).statements.every(({ text }) => !text.startsWith('These tables')));
    assert.match(
      verdict(
        large,
        rescaled(large, () => 1),
      ).statements[0]?.text ?? '',
      /other weights, or calibrated quite differently: 229 of 229/,
    );
  });
});

describe('the verdict on published tables', () => {
  before(needCorpus);

  for (const [old, next, expected] of [
    ['retinanet-trt8600.cache', 'resnet50-trt8001.cache', 'different'],
    ['retinanet-trt8402.cache', 'resnet50-nvdla.json', 'different'],
    ['yolov5s-trt8600.cache', 'yolov8-trt101401.bin', 'different'],
    ['3d-unet-legacy-b.cache', '3d-unet-trt8201-minmax.cache', 'other-values'],
    ['3d-unet-legacy-a.cache', '3d-unet-legacy-b.cache', 'same-network'],
    ['ssd-mobilenet-trt6001.cache', 'ssd-mobilenet-trt7200.cache', 'same-network'],
    ['ssd-resnet34-trt6001.cache', 'ssd-resnet34-trt7200.cache', 'same-network'],
    ['resnet50-trt6001.cache', 'resnet50-trt100100.cache', 'same-network'],
    ['yolov2-tiny-header1-old.table', 'yolov2-tiny-header1-new.table', 'same-network'],
    ['resnet50-trt5101.txt', 'resnet50-nvdla.json', 'same-network'],
  ] as const)
    it(`${old} and ${next}: ${expected}`, () => {
      assert.equal(kind(corpusTable(old).table, corpusTable(next).table), expected);
    });

  for (const file of [
    'retinanet-trt8600.cache',
    'yolov8-trt101401.bin',
    'ssd-mobilenet-trt7200.cache',
    'numeric-names-header1.bin',
    'rnnt-trt7200-minmax.cache',
  ])
    it(`${file}: one scale for all is other values, another order and other names is the same network`, () => {
      const { table } = corpusTable(file);
      assert.equal(
        kind(
          table,
          rescaled(table, () => 0.02),
        ),
        'other-values',
      );
      assert.equal(kind(table, renamedAndShuffled(table, new Random(5))), 'same-network');
    });

  it('ResNet-50 and a ResNet-18 like it are different', () => {
    const { table } = corpusTable('resnet50-nvdla.json');
    for (const seed of SEEDS) assert.equal(kind(nvdlaTable(resNet(RESNETS[18], new Random(seed))), table), 'different');
  });
});
