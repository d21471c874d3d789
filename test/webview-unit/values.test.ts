import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packHistograms, unpackHistograms } from '../../src/protocol/values.js';
import { histogramsJob } from '../../src/worker/jobs/histogramsJob.js';
import { numberTest } from '../../webview/shared/filter/numberTest.js';
import type { Column } from '../../webview/shared/grid/column.js';
import { columnsOf } from '../../webview/table/columns.js';
import type { TableModel } from '../../webview/table/model.js';
import { heightsOf, outline } from '../../webview/table/values/shape.js';
import { Values } from '../../webview/table/values/values.js';
import { samples } from '../support/paths.js';
import { model } from './support/tableModel.js';

const histogram = (counts: number[], edges: number[]): { counts: Float64Array; edges: Float64Array } => ({
  counts: Float64Array.from(counts),
  edges: Float64Array.from(edges),
});

describe('histograms of values on their way to a view', () => {
  it('come out as they went in, those of no tensor and second ones left out', () => {
    const [a, b] = [histogram([1, 2], [-1, 0, 1]), histogram([3], [0, 5])];
    const byName = unpackHistograms(packHistograms(['a', 'none', 'b', 'a'], [a, null, b, b]));
    assert.deepEqual(
      [...byName],
      [
        ['a', a],
        ['b', b],
      ],
    );
  });

  it('are read from the sample, and from a table without any none', () => {
    const source = (path: string): Parameters<typeof histogramsJob>[0] => ({
      bytes: new Uint8Array(readFileSync(join(samples, path))),
      path,
      label: path,
    });
    assert.equal(histogramsJob(source('values/calibration.json')).names.length, 7);
    assert.equal(histogramsJob(source('formats/calibration.json')).names.length, 0);
    assert.equal(histogramsJob(source('values/values.cache')).names.length, 0);
  });
});

describe('the columns of values', () => {
  const column = (of: TableModel, id: string): Column => {
    const found = columnsOf(of).find((other) => other.id === id);
    assert.ok(found);
    return found;
  };
  // Ranges are 127 times 1.5 and 0.013: 190.5 and 1.6566.
  const even = histogram(
    Array(200).fill(10),
    Array.from({ length: 201 }, (_, i) => i / 100),
  );
  const coarse = histogram([10], [0, 400]);
  const known = (): TableModel => ({
    ...model(),
    values: new Values({ source: null, ...packHistograms(model().table.names, [coarse, even, even, even]) }),
  });

  it('are not there without histograms', () => {
    for (const id of ['values', 'clipped', 'sqnr']) {
      assert.equal(column(model(), id).isEmpty, true);
      assert.equal(column(known(), id).isEmpty, false);
    }
  });

  it('say what a range does, and nothing where that can not be told', () => {
    assert.equal(column(known(), 'clipped').text(1), '17 %');
    assert.match(column(known(), 'sqnr').text(1), /^\d+\.\d dB$/);
    assert.deepEqual(
      [0, 2, 3].map((entry) => column(known(), 'clipped').text(entry)),
      ['', '', ''],
    );
    assert.match(column(known(), 'sqnr').title?.(0) ?? '', /too coarse/);
  });

  it('are asked by shares and per cents', () => {
    assert.equal(numberTest('>', '0.1%')?.(0.0011), true);
    assert.equal(numberTest('>', '0.1%')?.(0.0009), false);
    assert.equal(numberTest('>', '%'), null);
    assert.equal(column(known(), 'clipped').term, 'clipped');
  });
});

describe('the outline of a histogram', () => {
  it('is as high as the logarithm of its counts', () => {
    const heights = heightsOf(histogram([1, 0, 1e6], [0, 1, 2, 3]), 0, 3, 3);
    assert.deepEqual([heights[1], heights[2]], [0, 1]);
    assert.ok(Math.abs((heights[0] ?? 0) - Math.LN2 / Math.log(1e6 + 1)) < 1e-9);
    assert.equal(outline(Float64Array.of(1, 0), 10, 4), 'M0 4L0 0L5 0L5 4L10 4L10 4Z');
  });
});
