import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cellAt,
  clicked,
  columnSpan,
  dropped,
  fit,
  HEADER_ROW,
  move,
  selectedRows,
  span,
  toggled,
  wholeRows,
  type Motion,
} from '../../webview/shared/grid/selection.js';
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
    assert.deepEqual(move(at, 'down', false, LIMITS), cellAt(11, 3));
    assert.deepEqual(move(at, 'pageDown', false, LIMITS), cellAt(30, 3));
    assert.deepEqual(move(at, 'rowEnd', false, LIMITS), cellAt(10, 6));
    assert.deepEqual(move(at, 'last', false, LIMITS), cellAt(99, 3));
  });

  it('grows from its anchor', () => {
    const grown = move(move(at, 'up', true, LIMITS), 'up', true, LIMITS);
    assert.deepEqual(grown, { anchor: 10, active: 8, column: 3 });
    assert.deepEqual(span(grown), { first: 8, last: 10 });
  });

  it('is of cells from where it began, or of whole rows', () => {
    const cells = move(move(cellAt(5, 3), 'right', true, LIMITS), 'down', true, LIMITS);
    assert.deepEqual(cells, { anchor: 5, active: 6, column: 4, fromColumn: 3 });
    assert.deepEqual(columnSpan(cells, 7), { first: 3, last: 4 });
    assert.deepEqual(columnSpan(move(cellAt(5, 3), 'rowStart', true, LIMITS), 7), { first: 0, last: 3 });
    assert.deepEqual(columnSpan(wholeRows(cells), 7), { first: 0, last: 6 });
    assert.deepEqual(move(wholeRows(cells), 'down', true, LIMITS), { anchor: 5, active: 7, column: 4 });
    assert.equal(columnSpan(null, 7), null);
  });

  it('follows the mouse: a click, one with Shift, one on the head of a row', () => {
    assert.deepEqual(clicked(null, 4, 2, false, false), cellAt(4, 2));
    assert.deepEqual(clicked(cellAt(4, 2), 8, 5, true, false), { anchor: 4, active: 8, column: 5, fromColumn: 2 });
    assert.deepEqual(clicked(cellAt(4, 2), 8, 0, true, true), { anchor: 4, active: 8, column: 0 });
    assert.deepEqual(clicked(cellAt(HEADER_ROW, 2), 8, 3, true, false), cellAt(8, 3), 'nothing starts in the header');
  });

  it('gains and loses rows by Ctrl+click, of the same cells', () => {
    const two = toggled(cellAt(1, 3), 4, 3);
    assert.deepEqual([selectedRows(two), columnSpan(two, 7)], [[1, 4], { first: 3, last: 3 }]);
    assert.deepEqual(selectedRows(toggled(two, 4, 3)), [1]);
    assert.deepEqual(columnSpan(toggled({ anchor: 1, active: 1, column: 3 }, 4, 2), 7), { first: 0, last: 6 });
  });

  it('shrinks to its active cell when it is dropped, and then to nothing', () => {
    const many = { anchor: 2, active: 5, column: 3, fromColumn: 1 };
    assert.deepEqual(dropped(many), cellAt(5, 3));
    assert.deepEqual(dropped(wholeRows(cellAt(5, 3))), cellAt(5, 3));
    assert.equal(dropped(cellAt(5, 3)), null);
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
