import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EXTEND, OPEN, probablePairs } from '../../../src/core/diff/align/posterior.js';

type State = 'match' | 'left' | 'right';

/** What each state may be followed by, and how probable that is: a run of old entries that are left out comes before one of new ones. */
const FOLLOWS: Readonly<Record<State, readonly (readonly [State, number])[]>> = {
  match: [
    ['match', 1 - 2 * OPEN],
    ['left', OPEN],
    ['right', OPEN],
  ],
  left: [
    ['match', 1 - EXTEND - OPEN],
    ['left', EXTEND],
    ['right', OPEN],
  ],
  right: [
    ['match', 1 - EXTEND],
    ['right', EXTEND],
  ],
};

/** The probability of each pair, by walking every way through: the definition, far too slow for real tables. */
function byBruteForce(scores: readonly (readonly number[])[], columns: number): number[][] {
  const rows = scores.length;
  const sums = scores.map(() => new Array<number>(columns).fill(0));
  let total = 0;
  const walk = (
    row: number,
    column: number,
    state: State,
    weight: number,
    pairs: readonly (readonly [number, number])[],
  ): void => {
    if (row === rows && column === columns) {
      total += weight;
      for (const [i, j] of pairs) sums[i]![j]! += weight;
      return;
    }
    for (const [next, probability] of FOLLOWS[state]) {
      const [i, j] = [row + (next === 'right' ? 0 : 1), column + (next === 'left' ? 0 : 1)];
      if (i > rows || j > columns) continue;
      if (next === 'match')
        walk(i, j, next, weight * probability * Math.exp(scores[row]![column]!), [...pairs, [row, column]]);
      else walk(i, j, next, weight * probability, pairs);
    }
  };
  walk(0, 0, 'match', 1, []);
  return sums.map((line) => line.map((sum) => sum / total));
}

describe('the probability of a pair', () => {
  it('is that of all ways to align the rest', () => {
    const size = fc.integer({ min: 1, max: 5 });
    const scored = fc.tuple(size, size).chain(([rows, columns]) =>
      fc.array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(scored, (scores) => {
        const columns = scores[0]?.length ?? 0;
        const expected = byBruteForce(scores, columns);
        const found = probablePairs(scores.length, columns, (i, j) => scores[i]![j]!, 0.5);
        for (const { row, column, probability } of found)
          assert.ok(
            Math.abs(probability - expected[row]![column]!) < 1e-5,
            `${row}, ${column}: ${probability}, not ${expected[row]![column]}`,
          );
        const probable = expected.flatMap((line, i) =>
          line.flatMap((probability, j) => (probability > 0.5001 ? [`${i},${j}`] : [])),
        );
        const names = found.map(({ row, column }) => `${row},${column}`);
        assert.deepEqual(
          probable.filter((pair) => !names.includes(pair)),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is small where equal entries leave open which one is gone', () => {
    const found = probablePairs(12, 11, () => 4, 0);
    assert.ok(found.slice(4, 8).every(({ probability }) => probability < 0.7));
    assert.ok((found[0]?.probability ?? 0) > 0.8);
  });

  it('is none without entries', () => {
    assert.deepEqual(
      probablePairs(0, 3, () => 1, 0.5),
      [],
    );
    assert.deepEqual(
      probablePairs(3, 0, () => 1, 0.5),
      [],
    );
  });

  it('is found in a band, too, when there are many entries, though many come and go', () => {
    const old = Array.from({ length: 3000 }, (_, i) => i).filter((i) => i % 50 > 4);
    const next = Array.from({ length: 3000 }, (_, i) => i).filter((i) => (i + 25) % 60 > 4);
    const found = probablePairs(old.length, next.length, (i, j) => (old[i] === next[j] ? 4 : -4), 0.6);
    assert.ok(found.every(({ row, column }) => old[row] === next[column]));
    const common = new Set(next);
    assert.ok(found.length > 0.99 * old.filter((i) => common.has(i)).length, `${found.length}`);
  });
});
