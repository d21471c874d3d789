import assert from 'node:assert/strict';
import { cellAt, type Selection } from '../../webview/shared/grid/selection.js';
import type { ManyInput } from '../../webview/shared/grid/column.js';
import { columnsOf } from '../../webview/table/columns.js';
import { fillDownEdits, pasteEdits, type Target } from '../../webview/table/parts/paste.js';
import { layoutOf, pasteRowsEdits } from '../../webview/table/parts/pasteRows.js';
import { model } from './support/tableModel.js';

const TABLE = model({ names: ['a', 'b', 'c', 'd'], values: Float64Array.of(1, 2, 3, 4), findings: [] });
const COLUMNS = columnsOf(TABLE);
const [NAME, TYPE, SCALE, RANGE] = ['name', 'type', 'scale', 'range'].map((id) =>
  COLUMNS.findIndex((column) => column.id === id),
) as [number, number, number, number];

/** The rows stand in another order than the file. */
function at(selection: Selection): Target {
  return { columns: COLUMNS, rows: Uint32Array.of(3, 1, 0, 2), selection };
}

/** `3=1.5 0->x`: entries count from 0, as in the file. */
function told(input: ManyInput): string {
  if ('problem' in input) return `${input.problem}${input.entry === undefined ? '' : ` (${input.entry})`}`;
  return input.edits
    .map((edit) => {
      if (edit.kind === 'set') return `${edit.index}=${edit.value}`;
      return edit.kind === 'rename'
        ? `${edit.index}->${edit.name}`
        : edit.kind === 'insert'
          ? `+${edit.index} ${edit.name}`
          : '';
    })
    .join(' ');
}

describe('a paste', () => {
  it('puts a column into the rows as they stand in the view', () => {
    assert.equal(told(pasteEdits(at(cellAt(1, SCALE)), [['10'], ['20']])), '1=10 0=20');
  });

  it('puts one value into all selected cells, and a block as often as it fits', () => {
    const three = { ...cellAt(2, SCALE), anchor: 0 };
    assert.equal(told(pasteEdits(at(three), [['7']])), '3=7 1=7 0=7');
    const four = { ...cellAt(3, SCALE), anchor: 0 };
    assert.equal(told(pasteEdits(at(four), [['7'], ['8']])), '3=7 1=8 0=7 2=8');
    const apart = { ...cellAt(3, SCALE), others: new Set([0]) };
    assert.equal(told(pasteEdits(at(apart), [['7']])), '3=7 2=7');
  });

  it('takes scale and range beside each other for one number', () => {
    assert.equal(told(pasteEdits(at(cellAt(0, SCALE)), [['7', '889']])), '3=7');
    assert.equal(told(pasteEdits(at(cellAt(0, RANGE)), [['254']])), '3=2');
  });

  it('renames, and names may change places', () => {
    assert.equal(told(pasteEdits(at(cellAt(1, NAME)), [['a'], ['b']])), '1->a 0->b');
    assert.equal(told(pasteEdits(at(cellAt(1, NAME)), [['d']])), '"d": Entry 4 has this name already. (1)');
    assert.equal(told(pasteEdits(at(cellAt(1, NAME)), [[' ']])), 'An entry needs a name. (1)');
  });

  it('is made whole or not at all, and says where it can not be', () => {
    assert.match(told(pasteEdits(at(cellAt(0, SCALE)), [['1'], ['much']])), /"much": Type a decimal number.* \(1\)$/);
    assert.match(told(pasteEdits(at(cellAt(3, SCALE)), [['1'], ['2']])), /has 2 rows; from here on there are 1/);
    assert.match(told(pasteEdits(at(cellAt(0, TYPE)), [['Conv']])), /"Type" can't be changed/);
    assert.match(told(pasteEdits(at(cellAt(0, COLUMNS.length - 1)), [['1', '2']])), /has 2 columns/);
    assert.match(told(pasteEdits(at(cellAt(0, SCALE)), [])), /no text/);
  });

  it('of whole rows goes by their names', () => {
    const header = ['#', 'Layer', 'Scale'];
    const layout = layoutOf(COLUMNS, [header]);
    assert.ok(layout);
    const rows = [
      ['1', 'new', '9'],
      ['2', 'c', '8'],
      ['3', 'a', '1'],
      ['4', 'b', '7'],
    ];
    assert.equal(told(pasteRowsEdits(TABLE, rows, layout, 1)), '1=7 2=8 +2 new');
    assert.match(told(pasteRowsEdits(TABLE, [['1', 'c', '-1']], layout, 1)), /negative.* \(2\)$/);
    assert.equal(layoutOf(COLUMNS, [['1', 'c', '8']]), null, 'no header');
  });
});

describe('filling down', () => {
  it("puts the first row's number into the others, whatever cell shows it", () => {
    assert.equal(told(fillDownEdits(at({ ...cellAt(2, SCALE), anchor: 0 }))), '1=4 0=4');
    assert.equal(told(fillDownEdits(at({ anchor: 0, active: 2, column: NAME }))), '1=4 0=4', 'whole rows');
  });

  it('of one row takes the row above', () => {
    assert.equal(told(fillDownEdits(at(cellAt(1, RANGE)))), '1=4');
    assert.match(told(fillDownEdits(at(cellAt(0, RANGE)))), /no row above/);
  });

  it('is for numbers', () => {
    assert.match(told(fillDownEdits(at({ ...cellAt(2, NAME), anchor: 0 }))), /Only numbers/);
  });
});
