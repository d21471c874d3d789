import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText } from '../../../src/core/render/json.js';

function text(value: unknown): string {
  return [...jsonText(value)].join('');
}

describe('JSON output', () => {
  it('is JSON: what JSON can hold comes back', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(JSON.parse(text(value)), value)));
  });

  it('writes numbers that JSON can not hold as strings', () => {
    assert.deepEqual(JSON.parse(text({ a: [Infinity, -Infinity, NaN], b: { c: NaN } })), {
      a: ['Infinity', '-Infinity', 'NaN'],
      b: { c: 'NaN' },
    });
  });

  it('keeps every digit and the sign of zero', () => {
    assert.equal(text(1.1892666816711426), '1.1892666816711426\n');
    assert.ok(Object.is(JSON.parse(text(-0)), -0));
  });

  it('keeps names raw, and a terminal safe', () => {
    const name = 'a\u001b[31m\u009b\u202e\n"ö"';
    assert.equal(JSON.parse(text({ name })).name, name);
    assert.doesNotMatch(text({ name }), /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('leaves undefined members out', () => {
    assert.equal(text({ a: undefined, b: 1 }), '{ "b": 1 }\n');
  });

  it('puts each of many entries on a line of its own', () => {
    assert.equal(
      text({
        n: 2,
        entries: [
          { a: 1, b: [1, 2] },
          { a: 2, b: [] },
        ],
      }),
      '{\n  "n": 2,\n  "entries": [\n    { "a": 1, "b": [1, 2] },\n    { "a": 2, "b": [] }\n  ]\n}\n',
    );
  });
});
