import assert from 'node:assert/strict';
import { plainNumbers } from '../support/plainNumbers.js';

describe('tables that tests compare', () => {
  const [QUIET, NEGATIVE] = [0x7ff8000000000000n, 0xfff8000000000000n];
  const table = (bits: bigint): object => ({ values: [{ scales: new Float64Array(BigUint64Array.of(bits).buffer) }] });

  it('are alike where they have no number, whatever the sign that it is stored with', () => {
    assert.notDeepEqual(table(QUIET), table(NEGATIVE));
    assert.deepEqual(plainNumbers(table(QUIET)), plainNumbers(table(NEGATIVE)));
  });

  it('are told apart by a sign of zero, and what is no list of floats stays what it is', () => {
    assert.notDeepEqual(plainNumbers(Float64Array.of(0)), plainNumbers(Float64Array.of(-0)));
    const other = { ids: Uint32Array.of(1), names: new Map([[1, 'a']]), none: null };
    assert.deepEqual(plainNumbers(other), other);
  });
});
