import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isPackedNames,
  packMessage,
  packNames,
  rememberPacked,
  unpackMessage,
  unpackNames,
} from '../../src/protocol/packedNames.js';

const MANY = 20_000;
const many = (...some: readonly string[]): string[] =>
  Array.from({ length: MANY }, (_, i) => some[i % some.length] ?? '');

describe('names packed for their way', () => {
  it('are what they were, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (some) => {
        const names = many(...some);
        assert.deepEqual(unpackNames(packNames(names)), names);
      }),
      { numRuns: 20 },
    );
  });

  it('keep a byte order mark, empty names, and halves of a surrogate pair that stand beside each other', () => {
    for (const some of [['\ufeffa', ''], ['a', '\ufeff'], ['x\ud83d', '\ude00y'], ['\ud83d'], ['😀', 'é', '名']]) {
      const names = many(...some);
      assert.deepEqual(unpackNames(packNames(names)), names);
    }
  });

  it('stay a list where they are few', () => {
    const few = ['a', 'b'];
    assert.equal(packNames(few), few);
    const message = { type: 'x', names: few };
    assert.equal(packMessage(message), message);
    assert.equal(unpackMessage(message), message);
  });

  it('of a message are the lists that are long, and nothing else', () => {
    const message = {
      type: 'x',
      names: many('a', 'bc'),
      values: new Float64Array(2),
      lists: many('a').map((name) => [name]),
    };
    const packed = packMessage(message);
    assert.ok(isPackedNames(packed.names));
    assert.equal(packed.lists, message.lists);
    assert.deepEqual(unpackMessage(packed), message);
  });

  it('go on as the text that they came as', () => {
    const names = many('a', 'bc');
    const packed = packNames(names);
    assert.ok(isPackedNames(packed));
    const again = unpackNames(packed);
    rememberPacked(again, packed);
    assert.equal(packNames(again), packed);
  });
});
