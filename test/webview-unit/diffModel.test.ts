import assert from 'node:assert/strict';
import { NO_HEADER } from '../../src/core/header.js';
import type { DiffMessage } from '../../src/protocol.js';
import { countOf, modelOf, ratioAt } from '../../webview/diff/model.js';
import { orderOf, shownRows } from '../../webview/diff/rows.js';

const message: DiffMessage = {
  type: 'diff', oldFile: 'a.cache', newFile: 'b.cache', oldHeader: NO_HEADER, newHeader: NO_HEADER,
  verdict: { reuse: 'unknown', related: true, statements: [] },
  summary: { same: 1, changed: 2, renamed: 0, renumbered: 0, removed: 1, added: 1, medianChange: 1, largestChange: 2, grew: 1, shrank: 1 },
  oldNames: ['data', 'conv1', 'conv2'], newNames: ['data', 'conv1', 'conv_2'],
  oldIndices: Uint32Array.from([0, 1, 3]), newIndices: Uint32Array.from([0, 2, 3]),
  oldScales: Float64Array.from([1, 1, 4]), newScales: Float64Array.from([1, 2, 1]),
  log2Ratios: Float64Array.from([0, 1, -2]), changed: Uint8Array.from([0, 1, 1]),
  removed: [{ name: 'gone', index: 2, scale: 5 }], added: [{ name: 'fresh', index: 1, scale: 6 }],
};

describe('a comparison as it is shown', () => {
  const model = modelOf(message);

  it('follows the new table, with what is gone at the end', () => {
    assert.deepEqual(model.names, ['data', 'fresh', 'conv1', 'conv2 → conv_2', 'gone']);
    assert.deepEqual(model.statuses, ['same', 'added', 'changed', 'changed', 'removed']);
    assert.deepEqual([...model.newIndices], [0, 1, 2, 3, -1]);
    assert.equal(countOf(model, 'changed'), 2);
  });

  it('has no ratio where a side is missing', () => assert.deepEqual([0, 1, 2, 3, 4].map((row) => ratioAt(model, row)), [1, NaN, 2, 0.25, NaN]));

  it('is narrowed by status and name', () => {
    const rows = (hidden: readonly ('same' | 'removed')[], text = ''): number[] =>
      [...shownRows(model, orderOf(model, null), { hidden, filter: { text, regex: false, caseSensitive: false } }).rows];
    assert.deepEqual(rows(['same']), [1, 2, 3, 4]);
    assert.deepEqual(rows(['same', 'removed'], 'conv'), [2, 3]);
  });

  it('is sorted by the size of a change, whichever way it went', () => {
    assert.deepEqual([...orderOf(model, { column: 'log2', descending: true })], [3, 2, 0, 1, 4]);
    assert.deepEqual([...orderOf(model, { column: 'ratio', descending: false })], [3, 0, 2, 1, 4]);
    assert.deepEqual([...orderOf(model, { column: 'status', descending: false })], [2, 3, 0, 4, 1]);
  });
});
