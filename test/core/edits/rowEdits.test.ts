import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { rowEdits, type RowAction } from '../../../src/core/edits/rowEdits.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const CACHE = tensorrt.read(bytes(`${HEADER}a: 3F800000\n\nb: 40000000\nc: 40400000`));

describe('entries', () => {
  it('move by a place, and what stands between them stays', () => {
    assert.equal(after(CACHE, 'moveUp', [1, 2]), `${HEADER}b: 40000000\n\nc: 40400000\na: 3F800000`);
    assert.equal(after(CACHE, 'moveDown', [0]), `${HEADER}b: 40000000\n\na: 3F800000\nc: 40400000`);
    assert.equal(after(CACHE, 'moveUp', [0, 2]), `${HEADER}a: 3F800000\n\nc: 40400000\nb: 40000000`);
  });

  it('at the edge say so', () => {
    assert.deepEqual(rowEdits(CACHE, 'moveUp', [0, 1]), { problem: 'The entries stand at the edge of the file.' });
    assert.deepEqual(rowEdits(CACHE, 'moveDown', [2]), { problem: 'The entries stand at the edge of the file.' });
  });

  it('keep all that a JSON table has beside their numbers', () => {
    const table = nvdla.read(bytes('{"a": {"scale": 1.50, "min": -2, "odd": [1]},\n  "b": {"scale": 2}\n}'));
    assert.equal(
      after(table, 'moveDown', [0]),
      '{"b": {"scale": 2},\n  "a": {"scale": 1.50, "min": -2, "odd": [1]}\n}',
    );
  });

  it('do not move into the place of a header', () => {
    const bare = tensorrt.read(bytes('x: 3f800000\nTRT-8601-EntropyCalibration2: 40000000\n'));
    assert.equal(bare.table.names.length, 2);
    const result = rowEdits(bare, 'moveUp', [1]);
    assert.match('problem' in result ? result.problem : '', /read as something else/);
  });

  it('are duplicated below themselves under free names, with both ends where a format has them', () => {
    assert.equal(
      after(tensorrt.read(bytes(`${HEADER}a: 3f800000\na_copy: 40000000\n`)), 'duplicate', [0, 1]),
      `${HEADER}a: 3f800000\na_copy2: 3f800000\na_copy: 40000000\na_copy_copy: 40000000\n`,
    );
    const ends = tpuMlir.read(bytes('# op_name    threshold    min    max\nconv1 2.5 -1.5 2.5\n'));
    assert.match(after(ends, 'duplicate', [0]), /\nconv1_copy 2\.5\S* -1\.5\S* 2\.5\S*\n$/);
  });

  it('that moved up and down again stand as before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 8 })), (indices) => {
        const lines = Array.from({ length: 10 }, (_, i) => `n${i}: 3f80000${i}\n`);
        const table = tensorrt.read(bytes(HEADER + lines.join('')));
        const up = rowEdits(table, 'moveUp', indices);
        if ('problem' in up || !up.splice) return indices.length === 0;
        const moved = tensorrt.read(applySplice(table.bytes, up.splice));
        return (
          after(
            moved,
            'moveDown',
            indices.map((index) => index - 1),
          ) ===
          HEADER + lines.join('')
        );
      }),
    );
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function after(document: TableDocument, action: RowAction, indices: readonly number[]): string {
  const result = rowEdits(document, action, indices);
  if (!('splice' in result) || !result.splice) assert.fail(JSON.stringify(result));
  return new TextDecoder().decode(applySplice(document.bytes, result.splice));
}
