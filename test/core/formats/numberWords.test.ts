import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutNumberWords } from '../../../src/core/formats/json/numberWords.js';

describe('words that stand for numbers in JSON', () => {
  it('give way to numbers of their length, and their places are known', () => {
    const { text, words } = withoutNumberWords('{"a": NaN, "b": [-Infinity,Infinity]}');
    assert.equal(text, '{"a": 111, "b": [-11111111,11111111]}');
    assert.deepEqual(
      [...words],
      [
        [6, NaN],
        [17, -Infinity],
        [27, Infinity],
      ],
    );
  });

  it('are left alone in strings and inside other words', () => {
    for (const text of ['{"NaN": "Infinity"}', '{"a\\"NaN": 1}', '{"a": NaNa, "b": xInfinity, "c": 1NaN}'])
      assert.deepEqual(withoutNumberWords(text), { text, words: new Map() });
  });

  it('are found behind a string that its line cuts off', () => {
    assert.deepEqual([...withoutNumberWords('{"a: 1,\n"b": NaN}').words.keys()], [13]);
  });

  it('leave a text that is JSON without them, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.constantFrom(NaN, Infinity, -Infinity), fc.double(), fc.string())),
        (object) => {
          const members = Object.entries(object).map(
            ([key, value]) => `${JSON.stringify(key)}: ${typeof value === 'string' ? JSON.stringify(value) : value}`,
          );
          const { text, words } = withoutNumberWords(`{${members.join(', ')}}`);
          const odd = Object.values(object).filter((value) => typeof value === 'number' && !Number.isFinite(value));
          JSON.parse(text);
          assert.deepEqual([...words.values()], odd);
        },
      ),
    );
  });
});
