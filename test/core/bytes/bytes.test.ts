import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteText } from '../../../src/core/bytes/bytes.js';

describe('a file as one character a byte', () => {
  const length = 300;

  it('has as many characters as bytes, ASCII or not, and ASCII means what it says', () => {
    const plain = fc.uint8Array({ max: 0x7f, maxLength: length });
    fc.assert(
      fc.property(fc.oneof(plain, fc.uint8Array({ maxLength: length })), (bytes) => {
        const text = byteText(bytes);
        assert.equal(text.length, bytes.length);
        bytes.forEach((byte, i) => assert.ok(byte >= 0x80 || text.charCodeAt(i) === byte));
      }),
    );
  });

  it('has a byte order mark as three characters', () => assert.equal(byteText(Buffer.from('\ufeffa')).length, 4));
});
