import assert from 'node:assert/strict';
import { buildInText } from '../../../src/core/build/index.js';
import { reportOn, type BuildReport } from '../../../src/core/build/report.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { words } from './logWords.js';

function table(...lines: string[]): CalibrationTable {
  return tensorrt.read(utf8Bytes(['TRT-8601-EntropyCalibration2', ...lines, ''].join('\n'))).table;
}

function report(lines: readonly string[], entries: readonly string[]): BuildReport {
  const build = buildInText(lines.map((line) => `[V] [TRT] ${line}\n`).join('')) ?? assert.fail('no log');
  return reportOn(build, table(...entries));
}

const fates = (lines: readonly string[], ...entries: string[]): unknown[] =>
  (report(lines, entries).fates ?? []).map(({ fate }) => fate);

const notes = (lines: readonly string[], ...entries: string[]): string => report(lines, entries).notes.join('\n');

describe('what became of an entry', () => {
  it('is read from the scales that a log prints, at six digits', () =>
    assert.deepEqual(
      fates(
        [words.scale('a', 0.0130440081), words.scale('b', 0.25), words.scale('d', 1), words.assigning('d', 'e', 4)],
        ...['a: 3c55b689', 'b: 3e000000', 'c: 3e000000', 'd: 3f800000'],
      ),
      ['used', 'differs', 'absent', 'overridden'],
    ));

  it('stays unknown where a log lists ranges of inputs and outputs only', () =>
    assert.deepEqual(fates(['Setting dynamic range for a to [-1.00024,1.00024]'], 'a: 3c010a14', 'b: 3c010a14'), [
      'used',
      'unknown',
    ]));

  it('is told by the datatypes of an engine', () => {
    const end = (name: string, type: string): object => ({ Name: name, 'Format/Datatype': type });
    const layer = { Name: 'c', LayerType: 'x', Inputs: [end('a copy', 'Int8')], Outputs: [end('b', 'Float')] };
    const build = buildInText(JSON.stringify({ Layers: [layer], Bindings: [] })) ?? assert.fail();
    assert.deepEqual(
      reportOn(build, table('a: 3c010a14', 'b: 3c010a14', 'c: 3c010a14')).fates?.map(({ fate }) => fate),
      ['int8', 'not-int8', 'absent'],
    );
  });
});

describe('what a build means for a table', () => {
  it('that was refused: the header that is expected to be taken', () =>
    assert.match(
      notes([words.running(100300, 'trtexec'), words.refused], 'a: 3c010a14'),
      /TRT-100300-EntropyCalibration2 makes a header that the check is expected to take \[inferred\], with the old calibrator's scales; or calibrate again/,
    ));

  it('of another export: how many entries, and that numbers shift', () =>
    assert.match(
      notes(
        [words.reading('EntropyCalibration2'), words.scale('11', 1)],
        '11: 3f800000',
        '12: 3f800000',
        '13: 3f800000',
      ),
      /2 of 3 entries name tensors that this network doesn't have: the cache belongs to another export \(1 were found\)\. Names that are bare numbers shift/,
    ));

  it('that it never read: placeholders', () =>
    assert.match(
      notes(['[I] Calibration: Dynamic', words.scale('a', 0.015748), words.scale('b', 0.0314961)], 'a: 3c810204'),
      /placeholders of trtexec[^]*never read a cache[^]*never calibrated/,
    ));

  it('that it took: that nothing was missed', () =>
    assert.match(
      notes([words.reading('EntropyCalibration2')], 'a: 3c010a14'),
      /took a cache and missed nothing \(EntropyCalibration2\)/,
    ));

  it('that lacks a tensor: which layers lost INT8', () =>
    assert.match(notes([words.rejecting('conv1', 'x')], 'a: 3c010a14'), /No scale for "x": "conv1" lost INT8 kernels/));
});
