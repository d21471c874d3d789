import assert from 'node:assert/strict';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { restored } from '../../../src/core/edits/restore.js';
import type { Edit, TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from '../../../src/core/formats/onnxruntime/flatbuffers.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { flatbuffersOf } from '../support/flatbuffersOf.js';
import { CHANGED, ADDED, RENAMED, marksBetween } from '../../../src/protocol/editMarks.js';

const SAVED = tensorrt.read(bytes('TRT-8601-EntropyCalibration2\na: 3F800000\nb: 40000000\nc: 40400000\n'));
const EDITS: readonly Edit[] = [
  { kind: 'set', index: 0, value: 5 },
  { kind: 'rename', index: 1, name: 'x' },
];

describe('entries that are edited', () => {
  it('are marked with what of them is', () => {
    const { entries, kinds, gone } = marksBetween(SAVED.table, edited(SAVED, EDITS).table);
    assert.deepEqual([[...entries], [...kinds], gone], [[0, 1], [CHANGED, RENAMED], 0]);
    assert.equal(marksBetween(SAVED.table, SAVED.table).entries.length, 0);
  });

  it('are marked where others came or went, too', () => {
    const more = edited(SAVED, [{ kind: 'insert', index: 1, name: 'new', value: 1 }]);
    const { entries, kinds, gone, from } = marksBetween(SAVED.table, more.table);
    assert.deepEqual([[...entries], [...kinds], gone, [...from]], [[1], [ADDED], 0, [-1]]);
    assert.equal(marksBetween(SAVED.table, edited(SAVED, [{ kind: 'delete', index: 1 }]).table).gone, 1);
  });

  it('are put back byte for byte, and no other is', () => {
    const now = edited(SAVED, EDITS);
    const back = text(now, restored(now, SAVED, [{ index: 0, from: 0 }]));
    assert.equal(back, 'TRT-8601-EntropyCalibration2\na: 3F800000\nx: 40000000\nc: 40400000\n');
  });

  it('go where they were not saved', () => {
    const now = edited(SAVED, [{ kind: 'insert', index: 1, name: 'new', value: 1 }]);
    assert.equal(text(now, restored(now, SAVED, [{ index: 1, from: -1 }])), text(SAVED, { splice: null }));
  });

  it('keep all that JSON has beside a number', () => {
    const saved = nvdla.read(bytes('{"a": {"scale": 1.50, "odd": [1]}, "b": {"scale": 2}}'));
    const now = edited(saved, [{ kind: 'set', index: 0, value: 3 }]);
    assert.equal(text(now, restored(now, saved, [{ index: 0, from: 0 }])), text(saved, { splice: null }));
  });
});

describe('entries of FlatBuffers that are edited', () => {
  it('get name and number back', () => {
    const saved = onnxruntimeFlatbuffers.read(
      flatbuffersOf([
        ['a', '1.5'],
        ['b', '2.50'],
      ]),
    );
    const now = edited(saved, [
      { kind: 'set', index: 0, value: 1 / 3 },
      { kind: 'rename', index: 1, name: 'another' },
    ]);
    const result = restored(now, saved, [
      { index: 0, from: 0 },
      { index: 1, from: 1 },
    ]);
    if ('problem' in result || !result.splice) assert.fail(JSON.stringify(result));
    const { table } = onnxruntimeFlatbuffers.read(applySplice(now.bytes, result.splice));
    assert.deepEqual([table.names, [...table.values]], [saved.table.names, [...saved.table.values]]);
  });
});

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function edited(document: TableDocument, edits: readonly Edit[]): TableDocument {
  const result = manyEdits(document, edits);
  if (!('splice' in result) || !result.splice) assert.fail(JSON.stringify(result));
  return document.format.read(applySplice(document.bytes, result.splice));
}

function text(document: TableDocument, result: ReturnType<typeof restored>): string {
  if ('problem' in result) assert.fail(result.problem);
  return new TextDecoder().decode(result.splice ? applySplice(document.bytes, result.splice) : document.bytes);
}
