import assert from 'node:assert/strict';
import { isTooCoarse } from '../../../src/core/activations/coarse.js';
import { histogram } from './arbitrary.js';

describe('a histogram that is too coarse for a range', () => {
  it('has a bin within its reach that is as wide', () => {
    const given = histogram([5, 5, 5, 5], [-2, -1, 0, 1, 2]);
    assert.equal(isTooCoarse(given, 0.9), true);
    assert.equal(isTooCoarse(given, 1), true);
    assert.equal(isTooCoarse(given, 1.1), false);
  });

  it('may have wide bins farther out', () => {
    const given = histogram([5, 5, 5], [0, 0.25, 0.5, 100]);
    assert.equal(isTooCoarse(given, 0.5), false);
    assert.equal(isTooCoarse(given, 0.6), true);
  });
});
