import assert from 'node:assert/strict';
import { nameProblem, readCell, readCells, textOf } from '../../webview/table/parts/input.js';
import { countBySeverity, findingsAt, typeAt, type TableModel } from '../../webview/table/model.js';
import { columnsOf } from '../../webview/table/columns.js';
import { flagsOf, groupTerm } from '../../webview/table/flags.js';
import { groupName } from '../../webview/table/groups/knownGroups.js';
import { criteria } from '../../webview/table/parts/criteria.js';
import { NO_FILTER } from '../../webview/shared/filter/filterText.js';
import { termsOf } from '../../webview/shared/grid/column.js';
import { loadExpressions } from '../../webview/shared/filter/expression.js';
import { orderOf, shownRows, type ShownRows } from '../../webview/shared/session/shownRows.js';
import { model, NAMES, SCALES } from './support/tableModel.js';
import { INITIAL_STATE, type ViewState } from '../../webview/table/viewState.js';

/** What a view in this state shows of a table. */
function rowsOf(table: TableModel, part: Partial<ViewState>): ShownRows {
  const state = { ...INITIAL_STATE, ...part };
  const columns = columnsOf(table);
  const order = orderOf(columns, table.table.names.length, state.sort);
  return shownRows(columns, order, state.filter, criteria(table, state));
}

function shown(state: Partial<ViewState>): number[] {
  return [...rowsOf(model(), state).rows];
}

describe('a table as it is shown', () => {
  before(async () => loadExpressions());

  it('groups findings by entry, the worst first, and keeps those about the file apart', () => {
    assert.deepEqual(
      findingsAt(model(), 3).map(({ severity }) => severity),
      ['error', 'warning'],
    );
    assert.deepEqual(
      model().fileFindings.map(({ rule }) => rule),
      ['unknown-header'],
    );
    assert.deepEqual(countBySeverity(model().message.findings), { error: 1, warning: 3, info: 0 });
  });

  it('tells the layer type from the name', () =>
    assert.deepEqual(
      NAMES.map((_, entry) => typeAt(model(), entry)),
      ['', 'Convolution', 'Scale', ''],
    ));

  it('is filtered by name, hex, finding and, by expression, type', () => {
    const filter = (text: string, regex = false): number[] => shown({ filter: { text, regex, caseSensitive: false } });
    assert.deepEqual(filter('unnamed'), [1, 2]);
    assert.deepEqual(filter('3c55b689'), [1]);
    assert.deepEqual(filter('is NaN'), [3]);
    assert.deepEqual(filter('zero-scale'), [2]);
    assert.deepEqual(filter('^Scale$', true), [2]);
    assert.deepEqual(filter('"zero scale"'), [2]);
  });

  it('is filtered by what its columns, flags and groups can be asked', () => {
    const table = model();
    const columns = columnsOf(table);
    const terms = [
      { kind: 'choice' as const, key: 'is', hint: '', choices: flagsOf(table) },
      ...termsOf(columns),
      groupTerm(table),
    ];
    const filter = (text: string): number[] => {
      const { rows, problem } = shownRows(columns, orderOf(columns, 4, null), { ...NO_FILTER, text }, [], terms);
      assert.equal(problem, null, text);
      return [...rows];
    };
    assert.deepEqual(filter('range>100'), [0]);
    assert.deepEqual(filter('scale<=0.013045'), [1, 2]);
    assert.deepEqual(filter('hex:3c55'), [1]);
    assert.deepEqual(filter('type:conv,scale'), [1, 2]);
    assert.deepEqual(filter('is:zero'), [2]);
    assert.deepEqual(filter('is:nan,zero'), [2, 3]);
    assert.deepEqual(filter('is:finding -is:nan'), [2]);
    assert.deepEqual(filter('finding:error'), [3]);
    assert.deepEqual(filter('finding:duplicate'), [3]);
    assert.deepEqual(filter('finding:"inf or nan"'), [3]);
    assert.deepEqual(filter('-finding:zero-scale entry<=3'), [0, 1]);
    assert.deepEqual(filter('group:data'), [0]);
  });

  it('has the types of the attached network, and is narrowed to a stretch of it', () => {
    const order = Int32Array.of(3, 2, 1, 0);
    const table = {
      ...model(),
      places: {
        order,
        types: ['Input', 'Pooling'],
        typeOf: Int32Array.of(0, 1, -1, -1),
        blobs: ['', 'res2a_b', '', ''],
      },
    };
    assert.deepEqual(
      NAMES.map((_, entry) => typeAt(table, entry)),
      ['Input', 'Pooling', 'Scale', ''],
    );
    assert.deepEqual(NAMES.map((_, entry) => groupName(table, entry)).slice(0, 2), ['data', 'res2a_b']);
    assert.deepEqual([...rowsOf(table, { stretch: { from: 0, to: 1 } }).rows], [2, 3]);
    assert.deepEqual(shown({ stretch: { from: 0, to: 1 } }), [0, 1]);
  });

  it('shows all while the expression is none, and says why', () => {
    const { rows, problem } = rowsOf(model(), {
      filter: { text: '(', regex: true, caseSensitive: false },
    });
    assert.equal(rows.length, 4);
    assert.match(problem ?? '', /missing closing/);
  });

  it('is narrowed to findings and to ranges', () => {
    assert.deepEqual(shown({ onlyFindings: true }), [2, 3]);
    assert.deepEqual(shown({ span: { low: 0, high: 10 } }), [1], 'zero lies in no bin');
  });

  it('is sorted by what a column means', () => {
    const by = (column: string, descending = false): number[] => shown({ sort: { column, descending } });
    assert.deepEqual(by('scale'), [2, 1, 0, 3]);
    assert.deepEqual(by('range', true), [0, 1, 2, 3]);
    assert.deepEqual(by('name'), [2, 1, 3, 0]);
    assert.deepEqual(by('type'), [1, 2, 0, 3]);
    assert.deepEqual(by('findings'), [3, 2, 0, 1], 'the worst first');
    assert.deepEqual(by('index', true), [3, 2, 1, 0]);
  });
});

describe('a cell that is edited', () => {
  it('starts with the fewest digits that mean the stored number', () => {
    assert.equal(textOf(model(), 1, 'scale'), '0.013044008');
    assert.equal(textOf(model(), 1, 'hex'), '3c55b689');
    assert.equal(textOf(model(), 3, 'scale'), 'NaN');
    assert.equal(
      textOf(model({ format: { ...model().message.format, storage: 'decimal' } }), 1, 'scale'),
      '0.013044008053839207',
    );
  });

  it('sends nothing when the text is unchanged', () => {
    for (const column of ['name', 'scale', 'range', 'hex'] as const)
      assert.deepEqual(readCell(model(), 1, column, textOf(model(), 1, column)), { unchanged: true });
  });

  it('becomes an edit of the stored number', () => {
    assert.deepEqual(readCell(model(), 0, 'scale', '0.25'), { edit: { kind: 'set', index: 0, value: 0.25 } });
    assert.deepEqual(readCell(model(), 0, 'range', '127'), { edit: { kind: 'set', index: 0, value: 1 } });
    assert.deepEqual(readCell(model(), 0, 'hex', '3f000000'), { edit: { kind: 'set', index: 0, value: 0.5 } });
    assert.deepEqual(readCell(model(), 0, 'name', 'image'), { edit: { kind: 'rename', index: 0, name: 'image' } });
  });

  it('says what is wrong', () => {
    for (const [column, text] of [
      ['scale', 'abc'],
      ['scale', '-1'],
      ['hex', 'xyz'],
      ['name', ' '],
      ['name', 'broken'],
    ] as const) {
      assert.ok('problem' in readCell(model(), 0, column, text), `${column} "${text}"`);
    }
  });

  it('names the entry that has a name already', () => {
    assert.equal(nameProblem(NAMES, 'broken'), 'Entry 4 has this name already.');
    assert.equal(nameProblem(NAMES, 'broken', 3), null);
    assert.equal(nameProblem(['a', 'b', 'a'], 'a', 0), 'Entry 3 has this name already.');
  });
});

describe('a text for several cells', () => {
  const values = (text: string, column: 'scale' | 'range' = 'scale', entries = [1, 0]): unknown => {
    const result = readCells(model(), Uint32Array.from(entries), column, text);
    return 'problem' in result ? result.problem : result.edits;
  };

  it('goes into all of them, in the order of the file', () =>
    assert.deepEqual(values('0.5'), [
      { kind: 'set', index: 0, value: 0.5 },
      { kind: 'set', index: 1, value: 0.5 },
    ]));

  it('may be arithmetic on each of them, or on one', () => {
    assert.deepEqual(values('*2', 'scale', [0]), [{ kind: 'set', index: 0, value: 2 * (SCALES[0] ?? NaN) }]);
    assert.deepEqual(values('clamp 0.5..', 'scale', [1, 2]), [
      { kind: 'set', index: 1, value: 0.5 },
      { kind: 'set', index: 2, value: 0.5 },
    ]);
    assert.deepEqual(readCell(model(), 0, 'scale', '/2'), {
      edit: { kind: 'set', index: 0, value: (SCALES[0] ?? NaN) / 2 },
    });
  });

  it('may be the largest of the group of each, or says which is in none', () => {
    const names = ['data', 'res2a/conv1', 'res2a/conv2', 'res2b/conv1', 'res2b/conv2'];
    const table = model({ names, values: Float64Array.of(9, 1, 2, 4, Infinity), findings: [] });
    const result = readCells(table, Uint32Array.of(4, 1, 2), 'scale', '=group');
    assert.deepEqual('edits' in result && result.edits, [
      { kind: 'set', index: 1, value: 2 },
      { kind: 'set', index: 4, value: 4 },
    ]);
    const alone = readCells(table, Uint32Array.of(0, 1), 'scale', '=group');
    assert.equal('problem' in alone && alone.problem, 'Entry 1, data: It is in no group.');
  });

  it('leaves alone what it would not change', () =>
    assert.deepEqual(values('=amax', 'range'), [{ kind: 'set', index: 1, value: SCALES[0] }]));

  it('changes none where one can not take it, and says which', () => {
    assert.match(String(values('*1e38', 'scale', [0, 1, 3])), /^Entry \d+, .*: /);
    assert.ok('problem' in readCells(model(), Uint32Array.of(0, 1), 'name', 'x'));
  });
});
