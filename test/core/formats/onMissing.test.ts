import assert from 'node:assert/strict';
import { WRITABLE_FORMATS, FORMATS } from '../../../src/core/formats/index.js';

describe('what the readers of a format do about missing entries', () => {
  for (const { id, onMissing, keyedBy } of new Set([...FORMATS, ...WRITABLE_FORMATS])) {
    it(`speaks of nvdla_compiler for its own tables alone: ${id}, by ${keyedBy}`, () => {
      assert.equal(/nvdla_compiler/.test(onMissing.one), id === 'nvdla');
      assert.equal(/nvdla_compiler/.test(onMissing.several), id === 'nvdla');
    });
  }
});
