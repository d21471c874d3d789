import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapedText, utf8Bytes, utf8Text } from '../../../src/core/bytes/bytes.js';

describe('text of bytes that are not all UTF-8', () => {
  it('comes back as the same bytes, whatever they are', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) =>
        assert.deepEqual([...utf8Bytes(escapedText(bytes))], [...bytes]),
      ),
      { numRuns: 20000 },
    ));

  it('comes back from all leads and second bytes', () => {
    for (let lead = 0x7f; lead < 0x100; lead++)
      for (let second = 0; second < 0x100; second++) {
        const bytes = Uint8Array.of(lead, second, 0x80, 0xbf, 0x41);
        assert.deepEqual([...utf8Bytes(escapedText(bytes))], [...bytes]);
      }
  });

  it('is plain UTF-8 where that is what the bytes are, U+FFFD and a mark included', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\ufffd', '\ufeffa', '😀\ufffd漢')),
        (text) => assert.equal(escapedText(utf8Bytes(text)), text),
      ),
    ));

  it('differs for bytes that differ', () => {
    assert.notEqual(escapedText(Uint8Array.of(0x80)), escapedText(Uint8Array.of(0x81)));
    assert.equal(utf8Text(Uint8Array.of(0x80)), utf8Text(Uint8Array.of(0x81)));
  });
});
