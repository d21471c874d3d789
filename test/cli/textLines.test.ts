import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextLines } from '../../src/cli/textLines.js';
import { escapedText } from '../../src/core/bytes/utf8.js';

/** Bytes cut into pieces of at least two, read one after the other. */
function linesOf(bytes: Uint8Array, sizes: readonly number[]): string[] {
  const lines = new TextLines();
  const read: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) break;
    read.push(...lines.push(bytes.subarray(at, at + size)));
    at += size;
  }
  if (at < bytes.length) read.push(...lines.push(bytes.subarray(at)));
  return [...read, lines.end()];
}

const sizes = fc.array(fc.integer({ min: 2, max: 9 }), { maxLength: 40 });

describe('lines of a text in pieces', () => {
  it('are those of the whole, with every byte that is no UTF-8', () => {
    const bytes = fc
      .array(fc.constantFrom('a', '\n', '\r\n', 'ü', '🙂', 'Wort ', Buffer.of(0xff), Buffer.of(0xc3)))
      .map((parts) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
    fc.assert(
      fc.property(bytes, sizes, (all, cuts) => {
        fc.pre(all[0] !== 0xff);
        assert.deepEqual(linesOf(all, cuts), escapedText(all).split(/\r?\n/));
      }),
    );
  });

  it('are those of UTF-16 by its mark, which no line has', () => {
    const text = 'one\r\nzwölf 🙂\n\nend';
    for (const size of [2, 3, 5, 100]) {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      assert.deepEqual(linesOf(bytes, Array<number>(100).fill(size)), text.split(/\r?\n/));
      assert.deepEqual(linesOf(Buffer.from(`\ufeff${text}`), Array<number>(100).fill(size)), text.split(/\r?\n/));
    }
  });
});
