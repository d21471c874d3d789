/** VS Code sends messages to views as JSON, which has no Infinity: decibels without an error, and what is no number, arrive all the same. */
import assert from 'node:assert/strict';
import { readOddNumbers, withOddNumbers } from '../../src/protocol/common.js';

describe('numbers on their way to a view', () => {
  it('arrive as they were sent, also those that JSON does not have', () => {
    const message = {
      type: 'rank',
      without: Infinity,
      outputs: [{ all: NaN, without: null }, { all: -Infinity }],
      text: 'Infinity',
    };
    const sent: unknown = JSON.parse(JSON.stringify(withOddNumbers(message)));
    assert.deepEqual(readOddNumbers(sent), message);
  });

  it('leave arrays of numbers alone, which arrive by themselves', () => {
    const pictures = [{ counts: Float64Array.of(1, NaN) }];
    assert.equal((withOddNumbers({ pictures }).pictures[0] ?? pictures[0])?.counts, pictures[0]?.counts);
  });
});
