/** Several edits as one: the same file as one after the other, by the short way too. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit, EditableFormat, TableDocument } from '../../src/core/formats/format.js';
import { manyEdits } from '../../src/core/edits/manyEdits.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeJson } from '../../src/core/formats/onnxruntime/json.js';
import { onnxruntimeText } from '../../src/core/formats/onnxruntime/text.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { tensorrtRanges } from '../../src/core/formats/tensorrtRanges.js';
import { tpuMlir } from '../../src/core/formats/tpuMlir.js';
import { NO_HEADER } from '../../src/core/table/header.js';
import { applySplice } from '../../src/core/bytes/splice.js';

const FORMATS: readonly EditableFormat[] = [
  tensorrt,
  nvdla,
  tensorrtRanges,
  onnxruntimeText,
  onnxruntimeJson,
  onnxruntimeFlatbuffers,
  tpuMlir,
];

function tableOf(format: EditableFormat, count: number): TableDocument {
  const names = Array.from({ length: count }, (_, i) => `layer${i}`);
  const values = Float64Array.from(names, (_, i) => (i + 1) / 8);
  return format.read(
    format.write(
      { format: format.id, quantity: format.quantity ?? 'scale', header: NO_HEADER, names, values },
      { header: 'TRT-8601-EntropyCalibration2' },
    ),
  );
}

function after(document: TableDocument, format: EditableFormat, edits: readonly Edit[]): TableDocument {
  const result = manyEdits(document, edits);
  if ('problem' in result) assert.fail(result.problem);
  return result.splice ? format.read(applySplice(document.bytes, result.splice)) : document;
}

describe('many edits', () => {
  for (const format of FORMATS) {
    it(`delete any rows of ${format.id}`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(fc.nat(8)), (count, picked) => {
          const document = tableOf(format, count);
          const gone = picked.filter((index) => index < count).sort((a, b) => b - a);
          const { table, findings } = after(
            document,
            format,
            gone.map((index) => ({ kind: 'delete', index })),
          );
          assert.deepEqual(
            table.names,
            document.table.names.filter((_, i) => !gone.includes(i)),
          );
          assert.deepEqual(
            [...table.values],
            [...document.table.values].filter((_, i) => !gone.includes(i)),
          );
          assert.deepEqual(findings, document.findings);
        }),
      );
    });

    it(`set and add any rows of ${format.id}, as one after the other does`, () => {
      const row = fc.record({ index: fc.nat(9), value: fc.integer({ min: 1, max: 99 }).map((n) => n / 8) });
      fc.assert(
        fc.property(
          fc.nat(6),
          fc.uniqueArray(row, { selector: ({ index }) => index }),
          fc.array(row, { maxLength: 5 }),
          (count, sets, inserts) => {
            const document = tableOf(format, count);
            const inOrder = (rows: typeof sets): typeof sets => [...rows].sort((a, b) => a.index - b.index);
            const edits: Edit[] = [
              ...inOrder(sets)
                .filter(({ index }) => index < count)
                .map(({ index, value }): Edit => ({ kind: 'set', index, value })),
              ...inOrder(inserts).map(({ index, value }, done): Edit => ({
                kind: 'insert',
                index: Math.min(index, count) + done,
                name: `new${done}`,
                value,
              })),
            ];
            const together = after(document, format, edits);
            const single = edits.reduce((before, edit) => after(before, format, [edit]), document);
            assert.deepEqual([together.table.names, together.table.values], [single.table.names, single.table.values]);
            assert.deepEqual(Buffer.from(together.bytes), Buffer.from(single.bytes));
            assert.deepEqual(together.findings, document.findings);
          },
        ),
      );
    });

    it(`set and add rows of ${format.id}`, () => {
      const { table } = after(tableOf(format, 3), format, [
        { kind: 'set', index: 0, value: 4 },
        { kind: 'set', index: 2, value: 8 },
        { kind: 'insert', index: 1, name: 'new', value: 2 },
      ]);
      assert.deepEqual([...table.values], [4, 2, 0.25, 8]);
    });
  }

  it('are none when one of them can not be made', () => {
    const edits: Edit[] = [
      { kind: 'set', index: 0, value: 1 },
      { kind: 'set', index: 1, value: NaN },
    ];
    assert.match(JSON.stringify(manyEdits(tableOf(tensorrt, 3), edits)), /problem.*NaN/);
  });

  it('are none when two new entries have one name', () => {
    const edits: Edit[] = [0, 1].map((index) => ({ kind: 'insert', index, name: 'twin', value: 1 }));
    assert.match(JSON.stringify(manyEdits(tableOf(tensorrt, 3), edits)), /problem.*has this name already/);
  });

  it('are no change when the file already says so', () => {
    assert.deepEqual(manyEdits(tableOf(tensorrt, 3), [{ kind: 'set', index: 0, value: 1 / 8 }]), {
      splice: null,
    });
  });

  it('of a large table take no longer than a few readings', () => {
    const document = tableOf(tensorrt, 50_000);
    const edits = Array.from({ length: 25_000 }, (_, i): Edit => ({ kind: 'delete', index: 49_999 - 2 * i }));
    const { table } = after(document, tensorrt, edits);
    assert.equal(table.names.length, 25_000);
  });
});
