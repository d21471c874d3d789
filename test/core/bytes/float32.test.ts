import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bitsToFloat,
  bitsToHex,
  floatFields,
  floatKind,
  floatToBits,
  isNegative,
  swapBytes,
} from '../../../src/core/bytes/float32.js';
import { bits } from '../support/arbitraries.js';

describe('float32 bits', () => {
  it('are the values that published caches and documents name', () => {
    assert.equal(bitsToFloat(0x3c55b689), 0.013044008053839207);
    assert.equal(bitsToFloat(0x3c010a14), 0.007875937968492508);
    assert.equal(bitsToFloat(0x3c010204), Math.fround(1 / 127));
    assert.equal(bitsToFloat(0x3f9839e4), 1.1892666816711426);
  });

  it('come back from their value, except that all NaNs become one', () => {
    fc.assert(
      fc.property(bits, (pattern) => {
        const value = bitsToFloat(pattern);
        assert.equal(floatToBits(value), Number.isNaN(value) ? 0x7fc00000 : pattern);
      }),
    );
  });

  it('are of the nearest float32', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        assert.equal(bitsToFloat(floatToBits(value)), Math.fround(value));
      }),
    );
  });

  it('of any computed NaN are the quiet NaN without sign', () => {
    assert.equal(floatToBits(-NaN), 0x7fc00000);
    assert.equal(floatToBits(Math.max(Math.abs(NaN), NaN) / 127), 0x7fc00000);
  });

  it('are written as eight lower-case digits', () => {
    assert.equal(bitsToHex(0), '00000000');
    assert.equal(bitsToHex(0xabcdef), '00abcdef');
    assert.equal(bitsToHex(-1), 'ffffffff');
  });

  it('tell zero, denormal, normal, infinite and NaN apart, whatever the sign', () => {
    const kinds: [number, string][] = [
      [0, 'zero'],
      [0x80000000, 'zero'],
      [1, 'denormal'],
      [0x007fffff, 'denormal'],
      [0x00800000, 'normal'],
      [0x7f7fffff, 'normal'],
      [0x7f800000, 'infinite'],
      [0xff800000, 'infinite'],
      [0x7f800001, 'nan'],
      [0xffc00000, 'nan'],
    ];
    for (const [pattern, kind] of kinds) assert.equal(floatKind(pattern), kind, bitsToHex(pattern));
  });

  it('know their sign, on zero too', () => {
    assert.equal(isNegative(0x80000000), true);
    assert.equal(isNegative(0x7fffffff), false);
  });

  it('swapped twice are the same again', () => {
    assert.equal(swapBytes(0x3c010a14), 0x140a013c);
    fc.assert(fc.property(bits, (pattern) => swapBytes(swapBytes(pattern)) === pattern));
  });

  it('are their three fields', () => {
    assert.deepEqual(floatFields(0x3c010204), { sign: 0, exponent: 120, mantissa: 0x10204 });
    fc.assert(
      fc.property(bits, (pattern) => {
        const { sign, exponent, mantissa } = floatFields(pattern);
        assert.equal(((sign << 31) | (exponent << 23) | mantissa) >>> 0, pattern >>> 0);
      }),
    );
  });
});
