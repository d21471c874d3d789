import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCandidates } from '../../webview/review/parts/candidates.js';
import { reselect } from '../../webview/shared/grid/selectedEntries.js';
import { fit, isSelected, selectedRows, toggled, type Selection } from '../../webview/shared/grid/selection.js';

describe('a selection with rows apart', () => {
  const run: Selection = { anchor: 2, active: 4, column: 1 };

  it('takes and loses single rows', () => {
    const more = toggled(run, 8, 2);
    assert.deepEqual(selectedRows(more), [2, 3, 4, 8]);
    assert.deepEqual([more.active, more.column], [8, 2]);
    assert.deepEqual(selectedRows(toggled(more, 3, 2)), [2, 4, 8]);
    assert.deepEqual(selectedRows(toggled(null, 5, 0)), [5]);
  });

  it('keeps its last row', () =>
    assert.deepEqual(selectedRows(toggled({ anchor: 5, active: 5, column: 0 }, 5, 0)), [5]));

  it('is a set: whatever was toggled an odd number of times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (rows) => {
        const model = new Set([9]);
        let selection: Selection = { anchor: 9, active: 9, column: 0 };
        for (const row of rows) {
          selection = toggled(selection, row, 0);
          if (!model.has(row)) model.add(row);
          else if (model.size > 1) model.delete(row);
        }
        assert.deepEqual(
          selectedRows(selection),
          [...model].sort((a, b) => a - b),
        );
        assert.ok([...model].every((row) => isSelected(selection, row)) && model.has(selection.active));
      }),
    );
  });

  it('fits fewer rows', () => assert.deepEqual(selectedRows(fit(toggled(run, 8, 0), 4)), [2, 3]));
});

describe('a selection after a change by hand', () => {
  const picked = { entries: Uint32Array.of(3, 5, 7), active: 5, column: 2 };

  it('holds the same entries, wherever they are now', () => {
    const selection = reselect(picked, Uint32Array.of(7, 1, 5, 3));
    assert.deepEqual(selectedRows(selection), [0, 2, 3]);
    assert.equal(selection?.active, 2);
  });

  it('goes on with those that are left', () => {
    assert.equal(reselect(picked, Uint32Array.of(1, 7))?.active, 1);
    assert.equal(reselect(picked, Uint32Array.of(1, 2)), null);
  });
});

describe('the entries to choose from', () => {
  const names = ['res2a_relu', 'res2a', 'conv1', 'a res2a b', 'RES2A'];
  const find = (query: string, used: readonly string[] = [], most = 10): readonly number[] =>
    findCandidates(names, new Set(used), query, most).entries;

  it('come with the likeliest first', () => assert.deepEqual(find('res2a'), [1, 4, 0, 3]));
  it('hold all words in any order', () => assert.deepEqual(find('relu res'), [0]));
  it('come with the unused ones first', () => assert.deepEqual(find('', ['res2a_relu', 'res2a']), [2, 3, 4, 0, 1]));
  it('are counted even where they are not shown', () =>
    assert.deepEqual(findCandidates(names, new Set(), 'res2a', 1), { entries: [1], total: 4 }));
});
