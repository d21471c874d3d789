import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextSort, orderByNumber, orderByText } from '../../webview/shared/grid/sort.js';

describe('sorting', () => {
  it('goes from ascending over descending to the order of the file', () => {
    const first = nextSort(null, 'scale');
    assert.deepEqual(first, { column: 'scale', descending: false });
    const second = nextSort(first, 'scale');
    assert.deepEqual(second, { column: 'scale', descending: true });
    assert.equal(nextSort(second, 'scale'), null);
    assert.deepEqual(nextSort(second, 'name'), { column: 'name', descending: false });
  });

  it('orders by value, NaN last in both directions', () => {
    const values = Float64Array.from([2, NaN, Infinity, 0, -Infinity, NaN]);
    assert.deepEqual([...orderByNumber(values, false)], [4, 3, 0, 2, 1, 5]);
    assert.deepEqual([...orderByNumber(values, true)], [2, 0, 3, 4, 1, 5]);
  });

  it('keeps equal values in the order of the file', () => {
    assert.deepEqual([...orderByNumber(Float64Array.from([1, 0, 1, 0]), true)], [0, 2, 1, 3]);
  });

  it('loses and invents no row', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.boolean(), (values, descending) => {
        const order = [...orderByNumber(Float64Array.from(values), descending)];
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          values.map((_, index) => index),
        );
      }),
    );
  });

  it('reads numbers in names as numbers, in any case, and puts empty texts last', () => {
    assert.deepEqual([...orderByText(['conv10', 'Conv2', '', 'add'], false)], [3, 1, 0, 2]);
    assert.deepEqual([...orderByText(['conv10', 'Conv2', '', 'add'], true)], [0, 1, 3, 2]);
  });
});
