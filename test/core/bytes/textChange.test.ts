import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bomLength, utf8Bytes, utf8Text } from '../../../src/core/bytes/bytes.js';
import { applySplice, spliceBetween } from '../../../src/core/bytes/splice.js';
import { spliceChange, textSplice, textSplices, type TextChange } from '../../../src/core/bytes/textChange.js';
import { whyNoText } from '../../../src/core/bytes/textFitness.js';

const piece = fc.constantFrom('a', 'b: 3f', '\r\n', 'é', '层', '🙂', ' ');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const mark = fc.constantFrom('', '\ufeff');

/** What a text editor shows of a file. */
function shown(bytes: Uint8Array): string {
  return utf8Text(bytes.subarray(bomLength(bytes)));
}

function changed(before: string, { start, end, text: inserted }: TextChange): string {
  return before.slice(0, start) + inserted + before.slice(end);
}

describe('a change of a text', () => {
  it('is the splice of its bytes, and the splice is the change again: of whole characters and line ends', () => {
    fc.assert(
      fc.property(mark, text, text, (first, before, after) => {
        const [old, now] = [utf8Bytes(first + before), utf8Bytes(first + after)];
        const change = spliceChange(old, spliceBetween(old, now));
        assert.equal(changed(before, change), after);
        assert.doesNotMatch(before.slice(0, change.start), /[\r\ud800-\udbff]$/);
        assert.doesNotMatch(before.slice(change.end), /^[\n\udc00-\udfff]/);
        assert.equal(shown(applySplice(old, textSplice(old, change))), after);
      }),
    );
  });

  it('is one of several, which make one splice', () => {
    for (const before of ['one two three\n', 'één 层层 drie\n']) {
      const bytes = utf8Bytes(before);
      const changes = [
        { start: 7, end: 12, text: '3' },
        { start: 0, end: 3, text: 'first' },
      ];
      const after = changes.reduce(changed, before);
      assert.equal(utf8Text(applySplice(bytes, textSplices(bytes, changes) ?? assert.fail())), after);
    }
    assert.equal(textSplices(utf8Bytes('a'), []), null);
    assert.throws(() => textSplices(utf8Bytes('a'), [{ start: 0, end: 2, text: '' }]), RangeError);
    assert.throws(() => textSplices(utf8Bytes('é'), [{ start: 0, end: 2, text: '' }]), RangeError);
  });
});

describe('bytes', () => {
  for (const [what, bytes, why] of [
    ['UTF-8 with one kind of line end', utf8Bytes('a\r\nb\r\n层'), null],
    ['a byte order mark', utf8Bytes('\ufeffa\n'), null],
    ['no line end', utf8Bytes('a'), null],
    ['nothing', utf8Bytes(''), null],
    ['both kinds of line ends', utf8Bytes('a\r\nb\n'), 'its line ends are mixed'],
    ['a lone carriage return', utf8Bytes('a\rb\n'), 'its line ends are mixed'],
    ['a carriage return too many', utf8Bytes('a\r\r\n'), 'its line ends are mixed'],
    ['Latin-1', Uint8Array.of(0x61, 0xe9, 0x0a), 'it is not UTF-8'],
    ['a NUL', Uint8Array.of(0x61, 0, 0x0a), 'it is binary'],
  ] as const) {
    it(`with ${what} ${why === null ? 'come back from a text editor' : `do not: ${why}`}`, () =>
      assert.equal(whyNoText(bytes), why));
  }
});
