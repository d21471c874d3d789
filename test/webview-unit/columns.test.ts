import assert from 'node:assert/strict';
import { template, type Column } from '../../webview/shared/grid/column.js';
import {
  fitting,
  laidOut,
  NO_LAYOUT,
  withAll,
  withHidden,
  withMoved,
  withWidth,
} from '../../webview/shared/grid/columnLayout.js';
import { GridColumns } from '../../webview/shared/grid/gridColumns.js';
import { nextSort } from '../../webview/shared/grid/sort.js';
import { tellApart } from '../../webview/shared/names/tellApart.js';

function column(id: string, width: number, part: Partial<Column> = {}): Column {
  return { id, label: id.toUpperCase(), hint: '', width: [width, width], text: () => id, ...part };
}

const COLUMNS = [
  column('index', 5, { frozen: true }),
  column('name', 20),
  column('type', 10, { givesWay: 1 }),
  column('hex', 10, { givesWay: 0 }),
  column('range', 15),
];
const ids = (columns: readonly Column[]): string => columns.map(({ id }) => id).join(' ');

describe('columns', () => {
  it('make room for those that matter, one after the other', () => {
    const fit = (room: number): string => ids(fitting(COLUMNS, room, 8));
    assert.equal(fit(60), 'index name type hex range');
    assert.equal(fit(59), 'index name type range');
    assert.equal(fit(49), 'index name range');
    assert.equal(fit(10), 'index name range', 'these are scrolled to');
  });

  it('are tighter where that is not enough, before one has to scroll', () => {
    const columns = [column('index', 5, { frozen: true }), column('name', 20, { tight: 12 }), column('ratio', 10)];
    assert.match(template(fitting(columns, 35, 8)), / minmax\(20ch, 20ch\) /);
    assert.match(template(fitting(columns, 34, 8)), / minmax\(12ch, 20ch\) /);
  });

  it('take no room when they are empty, and stand as they were arranged', () => {
    const columns = COLUMNS.map((one) => (one.id === 'type' ? { ...one, isEmpty: true } : one));
    assert.equal(ids(laidOut(columns, NO_LAYOUT)), 'index name hex range');
    const moved = withMoved(NO_LAYOUT, COLUMNS, 'range', 'name', 'before');
    assert.equal(ids(laidOut(COLUMNS, moved)), 'index range name type hex');
    assert.equal(ids(laidOut(COLUMNS, withMoved(moved, COLUMNS, 'type', 'hex', 'after'))), 'index range name hex type');
    assert.equal(ids(laidOut(COLUMNS, withHidden(moved, 'hex'))), 'index range name type');
    assert.equal(ids(laidOut(COLUMNS, withHidden(moved, 'index'))), 'index range name type hex', 'the first one stays');
    assert.equal(ids(laidOut(COLUMNS, withAll(withHidden(moved, 'hex')))), 'index range name type hex');
  });

  it('that are new stand behind those that they follow', () => {
    const order = { ...NO_LAYOUT, order: ['index', 'range', 'name', 'gone'] };
    assert.equal(ids(laidOut(COLUMNS, order)), 'index range name type hex');
  });

  it('keep the width that they were given, and shrink below it only where nothing gives way any more', () => {
    const columns = laidOut(COLUMNS, withWidth(NO_LAYOUT, 'name', 400));
    assert.equal(ids(fitting(columns, 90, 8)), 'index name type hex range');
    const narrow = fitting(columns, 70, 8);
    assert.equal(ids(narrow), 'index name range');
    assert.match(template(narrow), / 400px /);
    assert.match(template(fitting(columns, 50, 8)), / minmax\(min\(20ch, 400px\), 400px\) /);
  });

  it('leave room for the button that tells of those without, where it would stand over what is said there', () => {
    const templateOf = (last: Column): string => {
      const columns = new GridColumns();
      columns.set([column('index', 5, { frozen: true }), column('gone', 30, { givesWay: 0 }), last], NO_LAYOUT);
      columns.fit(30 * 8, 8);
      return columns.template;
    };
    const plain = 'minmax(5ch, 5ch) minmax(12ch, 12ch)';
    assert.equal(templateOf(column('end', 12, { align: 'end' })), `${plain} 5ch`, 'numbers reach to the end');
    assert.equal(templateOf(column('in float', 12)), `${plain} 5ch`, 'a long label does');
    assert.equal(templateOf(column('why', 12)), plain);
  });

  it('give no way while they are edited', () => {
    const columns = new GridColumns();
    columns.set(COLUMNS, NO_LAYOUT);
    columns.fit(49 * 8, 8);
    assert.equal(ids(columns.visible), 'index name range');
    columns.fit(49 * 8, 8, 'hex');
    assert.equal(ids(columns.visible), 'index name hex range');
  });

  it('are sorted by the end that one looks for first', () => {
    const first = nextSort(null, 'range', true);
    assert.deepEqual(first, { column: 'range', descending: true });
    assert.deepEqual(nextSort(first, 'range', true), { column: 'range', descending: false });
    assert.equal(nextSort({ column: 'range', descending: false }, 'range', true), null);
    assert.deepEqual(nextSort(first, 'name'), { column: 'name', descending: false });
  });
});

describe('a name among its neighbours', () => {
  const cut = (name: string, ...others: string[]): string => {
    const { shared, telling } = tellApart(name, others);
    return [name.slice(0, shared), name.slice(shared, telling), name.slice(telling)].join('|');
  };

  it('is told apart by what follows the beginning that they share', () => {
    assert.equal(cut('block/conv_3/batchnorm/mul_1', 'block/conv_4/batchnorm/mul_1'), 'block/conv_|3|/batchnorm/mul_1');
    assert.equal(cut('res2a_branch2a', 'res2a_branch2b'), 'res2a_|branch2a|');
    assert.equal(
      cut('(Unnamed Layer* 12) [Scale]_output', '(Unnamed Layer* 11) [Scale]_output'),
      '(Unnamed Layer*| 12|) [Scale]_output',
    );
    assert.equal(
      cut('(Unnamed Layer* 12) [Scale]_output', 'conv1'),
      '(Unnamed Layer*| 12|) [Scale]_output',
      'by itself',
    );
  });

  it('shows its numbers and words whole', () => {
    assert.equal(cut('stage/conv12', 'stage/conv13'), 'stage/|conv12|');
    assert.equal(cut('conv1', 'conv1_relu'), '||conv1');
  });

  it('is compared with the neighbour that it is more like', () => {
    assert.equal(cut('a/long/b/c', 'a/x', 'a/long/b/d'), 'a/long/b/|c|');
  });
});
