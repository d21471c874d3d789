import assert from 'node:assert/strict';
import { parseArithmetic } from '../../../src/core/table/arithmetic.js';

/** What the text makes of these numbers. */
function made(text: string, ...numbers: readonly number[]): readonly number[] {
  const result = parseArithmetic(text);
  assert.ok(result && 'arithmetic' in result, text);
  return numbers.map(result.arithmetic(Float64Array.from(numbers), () => Float64Array.from(numbers, (n) => 10 * n)));
}

describe('arithmetic that is typed', () => {
  it('multiplies and divides', () => {
    assert.deepEqual(made('*1.5', 2, 4), [3, 6]);
    assert.deepEqual(made(' × .5 ', 2), [1]);
    assert.deepEqual(made('/2e1', 40), [2]);
  });

  it('takes the largest, smallest or middle one for all; what is not finite does not count', () => {
    assert.deepEqual(made('=amax', 1, Infinity, 10, NaN, 9), [10, 10, 10, 10, 10]);
    assert.deepEqual(made('= MIN', 3, 20), [3, 3]);
    assert.deepEqual(made('=median', 100, 3, 20), [20, 20, 20]);
    assert.deepEqual(made('=max', NaN), [NaN]);
  });

  it('takes for each the largest of its group', () => {
    assert.deepEqual(made('=group', 1, 2), [10, 20]);
    assert.deepEqual(made('=GROUP', NaN), [NaN]);
  });

  it('clamps, with one end left out too', () => {
    assert.deepEqual(made('clamp 1..5', 0, 3, 9), [1, 3, 5]);
    assert.deepEqual(made('clamp 1..', 0, 9), [1, 9]);
    assert.deepEqual(made('CLAMP ..5', 0, 9), [0, 5]);
  });

  it('is no plain number, name or hex', () => {
    for (const text of ['', '1.5', '-3', '3c55b689', 'conv1', '0x3c55b689']) assert.equal(parseArithmetic(text), null);
  });

  it('says what is missing while it is typed, and what makes no sense', () => {
    for (const text of ['*', '/', '=', '=sum', 'clamp', 'clamp ..', '*x', '**2']) {
      const result = parseArithmetic(text);
      assert.ok(result && 'problem' in result, text);
    }
    assert.deepEqual(parseArithmetic('/0'), { problem: 'Nothing can be divided by 0.' });
    assert.deepEqual(parseArithmetic('clamp 5..1'), { problem: 'The lower end of a clamp comes first.' });
  });
});
