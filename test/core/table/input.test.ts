import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitsToHex, floatToBits } from '../../../src/core/bytes/float32.js';
import { parseInput, storedProblem } from '../../../src/core/table/input.js';
import type { InputKind } from '../../../src/core/table/input.js';
import { scale } from '../support/arbitraries.js';

describe('typed input', () => {
  const good: [string, InputKind, number][] = [
    ['0.5', 'scale', 0.5],
    [' .5 ', 'scale', 0.5],
    ['5.', 'scale', 5],
    ['1e-3', 'scale', 0.001],
    ['+2', 'scale', 2],
    ['0', 'scale', 0],
    ['127', 'range', 1],
    ['3f000000', 'hex', 0.5],
    ['0x3F000000', 'hex', 0.5],
  ];
  for (const [text, kind, value] of good) {
    it(`"${text}" as a ${kind} is the scale ${value}`, () =>
      assert.deepEqual(parseInput(text, kind, 'scale'), { value }));
  }

  const bad: [string, InputKind, RegExp][] = [
    ['', 'scale', /decimal/],
    ['abc', 'scale', /decimal/],
    ['1,5', 'scale', /decimal/],
    ['0x10', 'scale', /decimal/],
    ['1e', 'range', /decimal/],
    ['-1', 'scale', /negative/],
    ['1e400', 'scale', /infinite/],
    ['1e39', 'scale', /large/],
    ['1e-60', 'scale', /small/],
    ['3f00', 'hex', /8 hex digits/],
    ['3f0000001', 'hex', /8 hex digits/],
    ['7f800000', 'hex', /infinite/],
    ['7fc00000', 'hex', /NaN/],
    ['bf000000', 'hex', /negative/],
    ['80000000', 'hex', /negative/],
  ];
  for (const [text, kind, problem] of bad) {
    it(`"${text}" as a ${kind} is refused with a reason`, () => {
      const result = parseInput(text, kind, 'scale');
      assert.ok('problem' in result);
      assert.match(result.problem, problem);
    });
  }

  it('stores a typed range of an amax table untouched', () => {
    assert.deepEqual(parseInput('6.35', 'range', 'amax'), { value: 6.35 });
  });

  it('takes the hex of every scale that a file can hold, bit for bit', () => {
    fc.assert(
      fc.property(scale, (value) => {
        assert.deepEqual(parseInput(bitsToHex(floatToBits(value)), 'hex', 'scale'), { value });
      }),
    );
  });

  it('refuses stored values that are no scale', () => {
    assert.equal(storedProblem(0.5, 'scale'), null);
    for (const value of [NaN, Infinity, -1, 1e39]) assert.notEqual(storedProblem(value, 'scale'), null, String(value));
  });
});
