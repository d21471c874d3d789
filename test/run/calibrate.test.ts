/** Calibrations by real runs, on nets whose ranges are known. */
import assert from 'node:assert/strict';
import { onnxruntimeJson } from '../../src/core/formats/onnxruntime/json.js';
import { calibrate } from '../../src/core/run/calibrate.js';
import { calibratedTable } from '../../src/core/run/calibratedTable.js';
import type { CalibrateRequest, Calibration } from '../../src/core/run/calibration.js';
import { histogramFile } from '../../src/core/run/histogramFile.js';
import { calibrationLines } from '../../src/core/run/report/calibrationReport.js';
import { foldToMagnitudes, total } from '../../src/core/activations/histogram.js';
import { noisySubject, subjectOf } from '../core/support/engine.js';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { floats, value, whole } from '../core/support/qdqModel.js';
import { sufferingNet, sufferingSamples } from '../core/support/suffering.js';

const usual: CalibrateRequest = { method: 'minmax', placement: 'tensorrt', histograms: true };

/** x → ×3 → clipped to -1 … 2 → shape arithmetic beside it. */
const known = onnxModel({
  node: [
    node('Identity', ['x'], ['same']),
    node('Mul', ['same', 'three'], ['thrice']),
    node('Clip', ['thrice', 'low', 'high'], ['clipped']),
    node('Shape', ['x'], ['shape']),
    node('Mul', ['three', 'three'], ['nine']),
    node('Mul', ['x', 'zero'], ['nothing']),
    node('Add', ['clipped', 'nine'], ['y']),
  ],
  initializer: [
    floats('three', [1], [3]),
    floats('low', [], [-1]),
    floats('high', [], [2]),
    floats('zero', [], [0]),
    whole('i', 6, [1], [1]),
  ],
  input: [value('x', [1, 4])],
  output: [value('y'), value('shape', [2], 7), value('nothing')],
});
const sample = (...values: number[]) => ({
  label: `of ${values.join(' ')}`,
  load: () => new Map([['x', { type: 'float32', dims: [1, 4], data: Float32Array.from(values) } as const]]),
});

describe('a calibration', () => {
  let result: Calibration;
  before(async () => {
    result = await calibrate(subjectOf(known, [sample(1, -2, 0, 0.5), sample(0, 0, 0, -0.25)]), usual);
  });

  it('by MinMax gives the largest values, exactly', () => {
    assert.deepEqual(
      result.tensors.map(({ name, range, amax, min, max, clippedShare }) => [
        name,
        range,
        amax,
        min,
        max,
        clippedShare,
      ]),
      [
        ['x', 2, 2, -2, 1, 0],
        ['same', 2, 2, -2, 1, 0],
        ['thrice', 6, 6, -6, 3, 0],
        ['clipped', 2, 2, -1, 2, 0],
        ['y', 11, 11, 8, 11, 0],
      ],
    );
  });

  it('gives no entry to constants, whole numbers and tensors of zeros, and says so', () => {
    assert.deepEqual(result.left, [{ name: 'nothing', why: 'all its values are 0' }]);
    const lines = calibrationLines({ ...result, inputs: 2 }, 'minmax').join('\n');
    assert.match(lines, /minmax on 2 inputs: 5 tensors, 0 of them clipped/);
    assert.match(lines, /"of 1 -2 0 0\.5" holds the largest value of 5 of 5/);
  });

  it('leaves histograms that are read back as those of onnxruntime are', () => {
    const bytes = new TextEncoder().encode([...histogramFile(result)].join(''));
    const document = onnxruntimeJson.read(bytes);
    assert.deepEqual([...document.table.names], ['x', 'same', 'thrice', 'clipped', 'y']);
    assert.deepEqual([...document.table.values], [2, 2, 6, 2, 11]);
    for (const [i, histogram] of (onnxruntimeJson.histograms?.(document) ?? []).entries()) {
      assert.ok(histogram && histogram.counts.length <= 1024);
      assert.equal(total(histogram), 8);
      const { edges } = foldToMagnitudes(histogram);
      assert.ok(Math.abs((edges.at(-1) ?? 0) / (document.table.values[i] ?? 1) - 1) < 0.01);
    }
  });

  it('makes a table of float32 scales, or of ranges with both ends', () => {
    const scales = calibratedTable(result.tensors, { storage: 'float32' });
    assert.deepEqual([scales.quantity, scales.values[2]], ['scale', Math.fround(6 / 127)]);
    const { quantity, values, ends } = calibratedTable(result.tensors, { storage: 'decimal', keepsEnds: 'as-number' });
    assert.deepEqual([quantity, values[2], ends?.min[2], ends?.max[2]], ['amax', 6, -6, 3]);
  });

  it('clips by the other methods, and counts how much', async () => {
    const clipping = await calibrate(noisySubject(known, 3), { ...usual, method: 'percentile', percentile: 50 });
    const entry = clipping.tensors.find(({ name }) => name === 'x');
    assert.ok(entry && entry.range < entry.amax && Math.abs(entry.clippedShare - 0.5) < 0.1);
    for (const method of ['entropy', 'mse'] as const)
      assert.equal((await calibrate(noisySubject(known, 2), { ...usual, method })).tensors.length, 5);
  });

  it('is the same every time, and in whatever groups memory allows', async () => {
    const again = await calibrate(noisySubject(sufferingNet, 2, { budget: 5000 }), usual);
    const other = await calibrate(noisySubject(sufferingNet, 2), usual);
    assert.deepEqual({ ...other, time: again.time }, again);
  });
});

describe('tuning', () => {
  it('needs inputs to try and to judge by', async () => {
    const few = subjectOf(sufferingNet, sufferingSamples(3));
    await assert.rejects(calibrate(few, { ...usual, method: 'tune' }), /needs 4 inputs at least.*there are 3/);
  });

  it('widens what a table clips, and is judged by inputs that took no part', async () => {
    // Methods that clip: all of them start far too narrow, but for one tensor.
    const subject = subjectOf(sufferingNet, sufferingSamples(16));
    const { tune, tensors } = await calibrate(subject, { ...usual, method: 'tune' });
    assert.ok(tune);
    assert.deepEqual([tune.verdict, tune.gains.length, tune.isCut], ['held out', 1, false]);
    assert.ok(tune.after[0] >= tune.before[0] && tune.after[1] >= tune.before[1]);
    assert.equal(tensors.length, 5);
    for (const { name, to } of tune.isTaken ? tune.changed : [])
      assert.ok(Math.abs((tensors.find((tensor) => tensor.name === name)?.range ?? 0) - to) < 1e-6 * to);
  });

  it('leaves inputs out in turn where there are few, and keeps the plain method where that gains nothing', async () => {
    const from = new Map([['wide', 100]]);
    const { tune } = await calibrate(subjectOf(sufferingNet, sufferingSamples(4)), { ...usual, method: 'tune', from });
    assert.deepEqual([tune?.verdict, tune?.gains.length], ['left out in turn', 2]);
    const mean = (tune?.gains ?? []).reduce((sum, gain) => sum + gain, 0) / 2;
    assert.equal(tune?.isTaken, mean > 0 && (tune?.changed.length ?? 0) > 0);
  });

  it('changes nothing but what it may', async () => {
    const only = new Set(['narrow']);
    const { tune } = await calibrate(subjectOf(sufferingNet, sufferingSamples(4)), { ...usual, method: 'tune', only });
    assert.ok(tune?.changed.every(({ name }) => name === 'narrow'));
  });

  it('begins with the table that the other tensors stay in', async () => {
    const from = new Map([
      ['wide', 100],
      ['narrow', 254],
    ]);
    const only = new Set(['narrow']);
    const request = { ...usual, method: 'tune' as const, only, from };
    const { tune } = await calibrate(subjectOf(sufferingNet, sufferingSamples(4)), request);
    assert.equal(tune?.start, 'table');
    assert.deepEqual(
      tune?.changed.map(({ name, from: before }) => [name, Math.round(before)]),
      [['narrow', 254]],
    );
  });

  it('stops when the time is over', async () => {
    const late = { report: () => Promise.resolve(), isLate: () => true, now: () => 0 };
    const subject = subjectOf(sufferingNet, sufferingSamples(4), { progress: late });
    const { tune } = await calibrate(subject, { ...usual, method: 'tune' });
    assert.deepEqual([tune?.isCut, tune?.isTaken, tune?.changed], [true, false, []]);
  });
});
