import assert from 'node:assert/strict';
import { deletion } from '../../webview/table/parts/deletion.js';

function next(rows: readonly number[], selected: readonly number[]): number | null {
  return deletion(Uint32Array.from(rows), Uint32Array.from(selected)).next;
}

describe('deleting rows', () => {
  it('goes from the last entry to the first', () => {
    const { edits } = deletion(Uint32Array.of(0, 1, 2, 3), Uint32Array.of(1, 3));
    assert.deepEqual(edits, [
      { kind: 'delete', index: 3 },
      { kind: 'delete', index: 1 },
    ]);
  });

  it('selects what comes after the deleted rows, by its new index', () => {
    assert.equal(next([0, 1, 2, 3], [1, 2]), 1);
    assert.equal(next([0, 1, 2, 3], [0, 2]), 1);
  });

  it('selects what comes before when nothing comes after', () => {
    assert.equal(next([0, 1, 2, 3], [2, 3]), 1);
    assert.equal(next([0, 1, 2, 3], [1, 3]), 1);
    assert.equal(next([0, 1], [0, 1]), null);
  });

  it('goes by the order of the view', () => {
    assert.equal(next([3, 0, 2, 1], [0]), 1);
    assert.equal(next([3, 0, 2, 1], [1]), 1);
  });
});
