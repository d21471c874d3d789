import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counted } from '../../src/core/render/counts.js';
import { fewestDigits, fullNumber, logPosition, plainNumber, shortNumber } from '../../webview/shared/text/numbers.js';

describe('numbers', () => {
  it('show seven digits, and an exponent where zeros would hide them', () => {
    assert.equal(shortNumber(0.013044008053839207), '0.01304401');
    assert.equal(shortNumber(151.0368), '151.0368');
    assert.equal(shortNumber(1.2345678e-7), '1.234568e-7');
    assert.equal(shortNumber(1e38), '1.000000e+38');
    assert.equal(shortNumber(0), '0');
  });

  it('name what is no number', () => {
    assert.deepEqual(
      [NaN, Infinity, -Infinity].map((value) => shortNumber(value)),
      ['NaN', 'Inf', '-Inf'],
    );
    assert.equal(fullNumber(NaN), 'NaN');
    assert.equal(fullNumber(1.1892666816711426), '1.1892666816711426');
  });

  it('are short in sentences and on axes', () => {
    assert.equal(plainNumber(0.5), '0.5');
    assert.equal(plainNumber(1058.6023), '1059');
    assert.equal(plainNumber(1e5), '1e5');
    assert.equal(plainNumber(0.00001), '1e-5');
  });

  it('start an edit with the fewest digits that mean the stored float32', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = fewestDigits(value, (candidate) => Math.fround(candidate) === value);
        return (
          Math.fround(Number(text)) === value &&
          text
            .replace(/e.*/, '')
            .replace(/[^\d]/g, '')
            .replace(/^0+|0+$/g, '').length <= 9
        );
      }),
    );
  });

  it('start an edit with all digits where nothing less will do', () => {
    assert.equal(
      fewestDigits(0.1 + 0.2, (candidate) => candidate === 0.1 + 0.2),
      '0.30000000000000004',
    );
  });

  it('count in words', () => {
    assert.equal(counted(1, 'row', 'rows'), '1 row');
    assert.equal(counted(12345, 'row', 'rows'), '12,345 rows');
  });
});

describe('the place of a range among others', () => {
  it('is logarithmic', () => {
    assert.equal(logPosition(1, 0.01, 100), 0.5);
    assert.equal(logPosition(0.01, 0.01, 100), 0);
    assert.equal(logPosition(1e9, 0.01, 100), 1);
    assert.equal(logPosition(5, 5, 5), 1);
  });

  it('is none for zero, negative, Inf and NaN', () => {
    for (const value of [0, -1, Infinity, NaN]) assert.equal(logPosition(value, 1, 10), null);
  });
});
