import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { limitFindings, limitsOf, nameTest, type Limit } from '../../../src/core/check/limits.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';

const document = tensorrt.read(
  utf8Bytes('TRT-8601-EntropyCalibration2\nblock1/softmax: 3c810204\nblock1/conv: 3f800000\nnan: 7fc00000\n'),
);
const found = (...limits: Limit[]): string[] =>
  limitFindings(document, limits).map(({ rule, entry, line }) => `${rule} ${entry} ${line}`);

describe('limits of ranges', () => {
  it('are broken above and below, by the tensors that they are for', () => {
    assert.deepEqual(found({ pattern: '*', above: 100 }), ['range-above block1/conv 3']);
    assert.deepEqual(found({ pattern: '*softmax', above: 1 }), ['range-above block1/softmax 2']);
    assert.deepEqual(found({ pattern: 'block1/*', below: 3 }), ['range-below block1/softmax 2']);
    assert.deepEqual(found({ pattern: 'conv', above: 1 }), []);
  });

  it('are told once an entry and way, by the first that says so', () => {
    const [only, ...others] = limitFindings(document, [
      { pattern: '*conv', above: 10 },
      { pattern: '*', above: 50 },
    ]);
    assert.deepEqual(others, []);
    assert.equal(only?.message, 'The range ±127 is above 10, the limit that you set for "*conv".');
  });

  it('are read of settings, whatever stands there', () => {
    assert.deepEqual(limitsOf({ a: { above: 1 }, b: { below: 2, above: '3' }, c: 4, d: null, e: {} }), [
      { pattern: 'a', above: 1 },
      { pattern: 'b', below: 2 },
    ]);
    assert.deepEqual([limitsOf(null), limitsOf('x'), limitsOf([1])], [[], [], []]);
  });
});

describe('a name with stars', () => {
  it('fits as an expression would have it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.', '['), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const source = pattern
          .split('*')
          .map((part) => part.replace(/[.[]/g, '\\$&'))
          .join('[^]*');
        assert.equal(nameTest(pattern)(name), new RegExp(`^${source}$`).test(name));
      }),
    );
  });

  it('goes over a long name once: going back would take longer than a test may', () =>
    assert.equal(nameTest('*a'.repeat(2000))('a'.repeat(100_000) + 'b'), false));
});
