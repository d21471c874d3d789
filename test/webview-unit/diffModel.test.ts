import assert from 'node:assert/strict';
import { NO_FILTER } from '../../webview/shared/filter/filterText.js';
import { evidenceAt, labelAt, ratioAt, sameRow } from '../../webview/diff/model.js';
import { columnsOf } from '../../webview/diff/columns.js';
import { changeFrom, criteria } from '../../webview/diff/parts/criteria.js';
import { orderOf, shownRows } from '../../webview/shared/session/shownRows.js';
import { countTags, statusText, TAGS, tagsOf, type Tag } from '../../webview/diff/parts/tags.js';
import { diffModel } from './support/diffModel.js';

const model = diffModel(
  ['data: 3f800000', 'conv1: 3f800000', 'gone: 41200000', 'features.conv2.weight: 40800000', 'tail: 3f000000'],
  ['data: 3f800000', 'fresh: 42c80000', 'conv1: 40000000', 'features.conv_2.weight: 40800000', 'tail: 3f000000'],
);
const tags = tagsOf(model, 0);
const columns = columnsOf(model, { tags, moves: null }, 'scale');
const labels = (rows: Iterable<number>): string[] => Array.from(rows, (row) => labelAt(model, row));

describe('a comparison as it is shown', () => {
  it('follows the new table, with what is gone where it was', () =>
    assert.deepEqual(labels(Array.from({ length: model.rows }, (_, row) => row)), [
      'data',
      'fresh',
      'conv1',
      'gone',
      'features.conv2.weight → features.conv_2.weight',
      'tail',
    ]));

  it('says what became of each row', () => {
    assert.deepEqual(Array.from(tags, statusText), ['same', 'added', 'changed', 'removed', 'renamed', 'same']);
    assert.deepEqual(countTags(tags), {
      changed: 1,
      same: 3,
      renamed: 1,
      renumbered: 0,
      removed: 1,
      added: 1,
      doubtful: 0,
    });
  });

  it('counts a change only beyond the threshold', () => {
    assert.equal(countTags(tagsOf(model, 0.99)).changed, 1);
    assert.equal(countTags(tagsOf(model, 1)).changed, 0);
  });

  it('counts no change that is rounding alone, whatever the threshold', () => {
    const rounded = diffModel(['a: 3f800000', 'b: 3f800000'], ['a: 3f800001', 'b: 3f800100']);
    assert.deepEqual(Array.from(tagsOf(rounded, 0), statusText), ['same', 'changed']);
    assert.equal(rounded.message.summary.rounding, 1);
  });

  it('has no ratio where a side is missing', () =>
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((row) => ratioAt(model, row)),
      [1, NaN, 2, NaN, 1],
    ));

  it('has the evidence of each pair', () => {
    assert.deepEqual(evidenceAt(model, 0), evidenceAt(model, 5));
    assert.ok(evidenceAt(model, 0).includes('same name'));
    assert.deepEqual(evidenceAt(model, 1), []);
  });

  it('finds a row again after the comparison changed', () => {
    const swapped = diffModel(['b: 3f800000', 'tail: 3f000000'], ['data: 3f800000', 'tail: 3f000000']);
    assert.equal(labelAt(swapped, sameRow(model, 5, swapped) ?? -1), 'tail');
    assert.equal(sameRow(model, 3, swapped), null);
  });
});

describe('the rows of a comparison', () => {
  const rows = (shown: readonly Tag[], part: { text?: string; span?: { low: number; high: number } } = {}): string[] =>
    labels(
      shownRows(
        columns,
        orderOf(columns, model.rows, null),
        { ...NO_FILTER, text: part.text ?? '' },
        criteria(model, tags, { shown, span: part.span ?? null }),
      ).rows,
    );

  it('are those that have one of the shown tags', () => {
    assert.deepEqual(rows(['removed', 'added']), ['fresh', 'gone']);
    assert.deepEqual(rows(['renamed']), ['features.conv2.weight → features.conv_2.weight']);
    assert.deepEqual(rows([]), []);
  });

  it('match the filter by either name', () =>
    assert.deepEqual(rows(TAGS, { text: 'conv_2' }), ['features.conv2.weight → features.conv_2.weight']));

  it('lie in the span of a clicked bar', () => {
    assert.deepEqual(rows(TAGS, { span: { low: 1, high: 1.5 } }), ['conv1']);
    assert.deepEqual(rows(TAGS, { span: { low: 0.5, high: 1 } }), []);
  });

  it('are sorted by the size of a change, whichever way it went; what has none is last', () =>
    assert.deepEqual(labels(orderOf(columns, model.rows, { column: 'log2', descending: true })).slice(0, 1), [
      'conv1',
    ]));

  it('go from change to change, round the ends', () => {
    const all = orderOf(columns, model.rows, null);
    assert.deepEqual(
      [changeFrom(all, tags, null, 1), changeFrom(all, tags, 1, 1), changeFrom(all, tags, 4, 1)],
      [1, 2, 1],
    );
    assert.deepEqual([changeFrom(all, tags, null, -1), changeFrom(all, tags, 1, -1)], [4, 4]);
    assert.equal(changeFrom(Uint32Array.from([0, 5]), tags, null, 1), null);
  });
});
