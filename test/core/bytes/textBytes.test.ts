import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { TextBytes } from '../../../src/core/bytes/textBytes.js';

describe('bytes of a text that is made piece by piece', () => {
  it('are those of the whole text, however long its pieces', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('ä'.repeat(70_000), '\udc80', '\udcff', ''),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = new TextBytes();
        pieces.forEach((part) => text.add(part));
        assert.deepEqual(Buffer.from(text.bytes()), Buffer.from(utf8Bytes(pieces.join(''))));
      }),
      { numRuns: 50 },
    );
  });
});
