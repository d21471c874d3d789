import assert from 'node:assert/strict';
import { diffTables } from '../../../src/core/diff/diff.js';
import { baseGrid } from '../../../src/core/diff/report/baseGrid.js';
import { tensorrtTable } from '../support/tables.js';

describe('a comparison with a base, exported', () => {
  it('has its entry and who moved behind what it had', () => {
    const base = tensorrtTable([
      ['data', 1],
      ['conv1', 0.5],
      ['conv2', 0.25],
    ]);
    const before = tensorrtTable([
      ['data', 1],
      ['conv1', 0.5],
    ]);
    const after = tensorrtTable([
      ['data', 1],
      ['conv1', 2],
      ['conv2', 0.25],
    ]);
    const { columns, rows } = baseGrid(diffTables(before, after), base, [before, after]);
    assert.deepEqual(
      columns.slice(-4).map(({ title }) => title),
      ['base', 'baseIndex', 'baseScale', 'moved'],
    );
    assert.deepEqual(
      rows.map((cells) => [cells[0], ...cells.slice(-4)]),
      [
        ['same', 'data', 0, 1, 'unchanged'],
        ['changed', 'conv1', 1, 0.5, 'new'],
        ['added', 'conv2', 2, 0.25, null],
      ],
    );
  });
});
