/** The views' models of tensors that are named like what every JavaScript object has. */
import assert from 'node:assert/strict';
import { cacheOf } from '../core/support/tables.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { planByName } from '../../src/core/transfer/plan.js';
import { assign } from '../../src/host/transfer/review/assign.js';
import { byHandOf, mendAgain } from '../../src/host/transfer/review/byHand.js';
import { columnsOf } from '../../webview/diff/columns.js';
import { orderOf, shownRows } from '../../webview/shared/session/shownRows.js';
import { diffModel } from './support/diffModel.js';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const lines = (bits: string, names = NAMES): string[] => names.map((name) => `${name}: ${bits}`);

describe('names like members of Object in a view', () => {
  it('are rows of a comparison that can be filtered', () => {
    const model = diffModel(lines('3c010204'), lines('3c810204'));
    const columns = columnsOf(model, { tags: new Uint8Array(model.rows), moves: null }, 'scale');
    const order = orderOf(columns, NAMES.length, null);
    const rowsOf = (text: string): number =>
      shownRows(columns, order, { text, regex: false, caseSensitive: false }, []).rows.length;
    assert.deepEqual(NAMES.map(rowsOf), [1, 1, 1, 1]);
    assert.equal(rowsOf('native code'), 0);
  });

  it('are rows of a review that are mended by hand, and come back so', () => {
    const source = cacheOf(...lines('3c010204'));
    const result = assign(planByName(source, nvdla), [1], { kind: 'entry', entry: 2 }, NAMES.length);
    assert.ok('plan' in result);
    const kept = JSON.parse(JSON.stringify(byHandOf(result.plan, source.table, new Set([1])))) as never;
    const again = mendAgain(planByName(source, nvdla), source.table, kept);
    assert.deepEqual([[...again.plan.rows], again.lost], [[...result.plan.rows], []]);
    const without = cacheOf(...lines('3c010204', ['constructor', '__proto__']));
    assert.deepEqual(mendAgain(planByName(without, nvdla), without.table, kept).lost, ['__proto__']);
  });
});
