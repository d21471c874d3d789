import assert from 'node:assert/strict';
import type { ReviewMessage } from '../../src/protocol/review.js';
import { isShown, modelOf, summaryOf } from '../../webview/review/model.js';
import { columnsOf } from '../../webview/review/columns.js';
import type { Sort } from '../../webview/shared/grid/sort.js';
import { orderOf, shownRows } from '../../webview/shared/session/shownRows.js';
import type { Shown } from '../../webview/review/viewState.js';

const message: ReviewMessage = {
  type: 'review',
  mended: [1],
  steps: { undo: 1, redo: 0 },
  title: 'Convert',
  sourceFile: 'a.cache',
  namesFile: 'net.prototxt',
  action: 'Write…',
  names: ['data', 'conv1', 'relu1', 'prob', 'fc'],
  types: ['Input', 'Convolution', 'ReLU', 'Softmax', null],
  from: ['data', '(Unnamed Layer* 0) [Convolution]_output', 'conv1', null, null],
  rules: ['name', 'shifted number', 'name', null, 'by hand'],
  doubts: [null, 'The numbers have moved.', null, null, null],
  scales: Float64Array.from([0.5, 0.25, 1, NaN, 2]),
  dropped: [{ name: 'stray', why: 'unknown' }],
  warnings: [],
  needsEveryRow: true,
  candidateScales: new Float64Array(0),
  kept: { origin: { transfer: 'convert', source: '', names: '', answers: {} }, byHand: [] },
  candidates: ['data', 'conv1'],
};

describe('a plan as it is reviewed', () => {
  const model = modelOf(message);
  const columns = columnsOf(model);
  const sorted = (sort: Sort | null): Uint32Array => orderOf(columns, message.names.length, sort);

  it('tells what is missing and what is in doubt', () => {
    assert.deepEqual(model.statuses, ['ok', 'doubt', 'ok', 'missing', 'ok']);
    assert.equal(model.ranges[1], 31.75);
  });

  it('is summed up, without what there is none of', () => {
    assert.deepEqual(
      summaryOf(model).map(({ count, words }) => `${count} ${words}`),
      ['5 entries', '2 renamed', '1 with a doubt', '1 missing', '1 by hand', '1 dropped'],
    );
    const one = modelOf({ ...message, names: ['data'], mended: [], dropped: [] });
    assert.deepEqual(
      summaryOf(one).map(({ count, words }) => `${count} ${words}`),
      ['1 entry'],
    );
  });

  it('is narrowed to warnings, missing and renamed rows, and by any of its texts', () => {
    const rows = (shown: Shown, text = ''): number[] => [
      ...shownRows(columns, sorted(null), { text, regex: false, caseSensitive: false }, [
        (row) => isShown(model, row, shown),
      ]).rows,
    ];
    assert.deepEqual(rows('all'), [0, 1, 2, 3, 4]);
    assert.deepEqual(rows('warnings'), [1, 3]);
    assert.deepEqual(rows('missing'), [3]);
    assert.deepEqual(rows('renamed'), [1, 2]);
    assert.deepEqual(rows('all', 'convolution'), [1]);
    assert.deepEqual(rows('renamed', 'conv1'), [1, 2]);
    assert.deepEqual(rows('all', 'have moved'), [1]);
  });

  it('is sorted with what needs a hand first, and missing scales last', () => {
    assert.deepEqual([...sorted({ column: 'status', descending: false })], [3, 1, 0, 2, 4]);
    assert.deepEqual([...sorted({ column: 'scale', descending: true })], [4, 2, 0, 1, 3]);
    assert.deepEqual([...sorted({ column: 'index', descending: true })], [4, 3, 2, 1, 0]);
  });
});
