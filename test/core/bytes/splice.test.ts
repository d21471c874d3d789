import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applySplice, inverseSplice, joinSplices, spliceOf, type Splice } from '../../../src/core/bytes/splice.js';

const bytes = fc.uint8Array({ maxLength: 40 });

describe('a splice', () => {
  it('replaces bytes, and its inverse puts them back', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(), bytes, (file, a, b, inserted) => {
        const [start, end] = [a % (file.length + 1), b % (file.length + 1)].sort((x, y) => x - y) as [number, number];
        const splice = spliceOf(file, start, end, inserted);
        const after = applySplice(file, splice);
        assert.deepEqual([...after], [...file.slice(0, start), ...inserted, ...file.slice(end)]);
        assert.deepEqual([...applySplice(after, inverseSplice(splice))], [...file]);
      }),
    );
  });

  it('does not go where other bytes stand', () => {
    const splice = spliceOf(Uint8Array.of(1, 2, 3), 1, 2, Uint8Array.of(9));
    assert.throws(() => applySplice(Uint8Array.of(1, 7, 3), splice), RangeError);
    assert.throws(() => applySplice(Uint8Array.of(1), splice), RangeError);
  });

  it('of several in any order does what they do one by one, from behind', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.uniqueArray(fc.nat({ max: 39 }), { maxLength: 8 }),
        fc.infiniteStream(bytes),
        (file, places, contents) => {
          const sorted = places.filter((place) => place < file.length).sort((x, y) => x - y);
          const splices = sorted.map((place): Splice =>
            spliceOf(file, place, place + 1, contents.next().value as Uint8Array),
          );
          const oneByOne = [...splices].reverse().reduce(applySplice, file);
          const joined = joinSplices(file, [...splices].reverse());
          assert.deepEqual([...(joined ? applySplice(file, joined) : file)], [...oneByOne]);
        },
      ),
    );
  });

  it('can not be joined with one that overlaps', () => {
    const file = Uint8Array.of(1, 2, 3);
    const none = new Uint8Array();
    assert.throws(() => joinSplices(file, [spliceOf(file, 0, 2, none), spliceOf(file, 1, 3, none)]), RangeError);
    assert.equal(joinSplices(file, []), null);
  });
});
