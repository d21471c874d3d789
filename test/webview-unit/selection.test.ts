import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fit, HEADER_ROW, move, span, type Motion } from '../../webview/shared/grid/selection.js';
import { carried, pick, reselect } from '../../webview/shared/grid/selectedEntries.js';

const LIMITS = { rows: 100, columns: 7, page: 20 };
const MOTIONS: readonly Motion[] = [
  'up',
  'down',
  'left',
  'right',
  'pageUp',
  'pageDown',
  'rowStart',
  'rowEnd',
  'first',
  'last',
];

describe('a selection', () => {
  const at = { anchor: 10, active: 10, column: 3 };

  it('moves by cell, page, row and table', () => {
    assert.deepEqual(move(at, 'down', false, LIMITS), { anchor: 11, active: 11, column: 3 });
    assert.deepEqual(move(at, 'pageDown', false, LIMITS), { anchor: 30, active: 30, column: 3 });
    assert.deepEqual(move(at, 'rowEnd', false, LIMITS), { anchor: 10, active: 10, column: 6 });
    assert.deepEqual(move(at, 'last', false, LIMITS), { anchor: 99, active: 99, column: 3 });
  });

  it('grows from its anchor', () => {
    const grown = move(move(at, 'up', true, LIMITS), 'up', true, LIMITS);
    assert.deepEqual(grown, { anchor: 10, active: 8, column: 3 });
    assert.deepEqual(span(grown), { first: 8, last: 10 });
  });

  it('leaves the rows for the header by a plain step up only', () => {
    const top = { anchor: 0, active: 0, column: 1 };
    assert.equal(move(top, 'up', false, LIMITS).active, HEADER_ROW);
    assert.equal(move(top, 'up', true, LIMITS).active, 0);
    assert.equal(move(top, 'pageUp', false, LIMITS).active, 0);
    assert.equal(span({ anchor: HEADER_ROW, active: HEADER_ROW, column: 1 }), null);
  });

  it('never leaves the grid', () => {
    const motions = fc.array(fc.tuple(fc.constantFrom(...MOTIONS), fc.boolean()), { maxLength: 50 });
    fc.assert(
      fc.property(motions, (path) => {
        const end = path.reduce((selection, [motion, extend]) => move(selection, motion, extend, LIMITS), at);
        return end.active >= HEADER_ROW && end.active < 100 && end.column >= 0 && end.column < 7;
      }),
    );
  });

  it('fits fewer rows', () => {
    assert.deepEqual(fit({ anchor: 90, active: 95, column: 2 }, 50), { anchor: 49, active: 49, column: 2 });
    assert.equal(fit(at, 0), null);
  });
});

describe('a selection by entries', () => {
  const rows = Uint32Array.from([4, 2, 0, 7]);

  it('is a run as long as its entries stand together, seen from either end', () => {
    const picked = { entries: Uint32Array.of(4, 2, 0), active: 0, column: 1 };
    assert.deepEqual(reselect(picked, rows), { anchor: 0, active: 2, column: 1 });
    assert.deepEqual(reselect({ ...picked, active: 4 }, rows), { anchor: 2, active: 0, column: 1 });
  });

  it('is a single row again where one entry is left', () => {
    const picked = { entries: Uint32Array.of(9, 2), active: 9, column: 1 };
    assert.deepEqual(reselect(picked, rows), { anchor: 1, active: 1, column: 1 });
    assert.equal(reselect({ ...picked, entries: Uint32Array.of(9) }, rows), null, 'all are filtered out');
  });

  it('goes with its entries', () => {
    const picked = carried({ entries: Uint32Array.of(1, 2), active: 2, column: 0 }, (entry) => entry + 1);
    assert.deepEqual(picked, { entries: Uint32Array.of(2, 3), active: 3, column: 0 });
    assert.deepEqual(pick({ anchor: 1, active: 5, column: 2 }).entries, Uint32Array.of(5));
  });
});
