import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applySplice } from '../../src/core/bytes/splice.js';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { editProblem } from '../../src/core/edits/editProblem.js';
import { manyEdits } from '../../src/core/edits/manyEdits.js';
import type { Edit, EditableFormat } from '../../src/core/formats/format.js';
import { FORMATS } from '../../src/core/formats/index.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { tensorrtRanges } from '../../src/core/formats/tensorrtRanges.js';
import { NO_HEADER } from '../../src/core/table/header.js';
import { convertDocument } from '../../src/core/transfer/convert.js';
import { scale } from '../core/support/arbitraries.js';
import { editOf, expected } from '../core/support/edits.js';
import { flatbuffersOf } from '../core/support/flatbuffersOf.js';
import { cache, calib, HEADER } from '../core/support/tables.js';

const EDITABLE = FORMATS.filter((format): format is EditableFormat => format.edit !== undefined);

/** Names that a file could read back as something else. */
const trickyName = fc.oneof(
  fc.constantFrom(
    '\ufeffa',
    '\ufeff',
    '#x',
    '# op_name',
    'TRT-8601-EntropyCalibration2',
    'TRT-1-x',
    '1',
    '\ud800',
    'a\udc80',
    '__proto__',
    '"',
    '{',
    'a: 1',
    'a 1.5',
    ' a',
    'a ',
    'inf',
    'größe',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const tricky = fc.record({
  kind: fc.constantFrom('set' as const, 'insert' as const, 'rename' as const, 'delete' as const),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  name: trickyName,
  value: scale,
});

describe('an edit that is accepted', () => {
  for (const format of EDITABLE)
    it(`reads back as it says, whatever the name (${format.id})`, () => {
      const write = (names: readonly string[]): Uint8Array =>
        format.write({
          format: format.id,
          quantity: format.quantity ?? 'scale',
          header: NO_HEADER,
          names,
          values: Float64Array.from(names, (_, i) => i + 1),
        });
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 3 }),
          fc.array(tricky, { minLength: 1, maxLength: 4 }),
          (count, wishes) => {
            let document = format.read(write(['a', 'b', 'c'].slice(0, count)));
            for (const wanted of wishes) {
              const edit = editOf(wanted, document.table.names.length);
              if (editProblem(document, edit) !== null) continue;
              const splice = format.edit(document, edit);
              const after = splice ? format.read(applySplice(document.bytes, splice)) : document;
              assert.deepEqual(
                after.table.names,
                expected(document.table.names, edit, (made) => ('name' in made ? made.name : undefined)),
              );
              document = after;
            }
          },
        ),
        { numRuns: 300 },
      );
    });
});

describe('an edit of a broken file', () => {
  const edits: Edit[] = [
    { kind: 'insert', index: 0, name: 'n', value: 0.5 },
    { kind: 'set', index: 0, value: 0.5 },
    { kind: 'delete', index: 0 },
    { kind: 'rename', index: 0, name: 'n' },
  ];

  it('of FlatBuffers is refused in words', () => {
    const whole = flatbuffersOf([
      ['a', '1.5'],
      ['b', '2.5'],
    ]);
    for (let length = 0; length < whole.length; length++) {
      const document = onnxruntimeFlatbuffers.read(whole.slice(0, length));
      for (const edit of edits.slice(0, document.table.names.length > 0 ? 4 : 1)) {
        const result = manyEdits(document, [edit]);
        assert.ok('problem' in result ? result.problem.startsWith('The file is broken') : result.splice !== undefined);
      }
    }
    const result = manyEdits(onnxruntimeFlatbuffers.read(Uint8Array.of(99, 0, 0, 0)), edits.slice(0, 1));
    assert.ok('problem' in result);
    assert.match(result.problem, /The file is broken, and this can't be changed in it: its root lies outside the file/);
  });

  it('of JSON is refused, or reads back as it says', () => {
    const text = '{"a": {"scale": 0.5}, "b": {"scale": 1, "min": -1}, "c": {"scale": 2}}';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length }),
        fc.integer({ min: 0, max: 12 }),
        fc.array(tricky, { minLength: 1, maxLength: 3 }),
        (at, cut, wishes) => {
          const document = calib(text.slice(0, at) + text.slice(at + cut));
          const wanted = wishes.map((wish) => editOf(wish, document.table.names.length)).slice(0, 1);
          const result = manyEdits(document, wanted);
          if ('problem' in result || !result.splice) return;
          const after = nvdla.read(applySplice(document.bytes, result.splice));
          const [edit] = wanted;
          assert.ok(edit);
          assert.deepEqual(
            after.table.names,
            expected(document.table.names, edit, (made) => ('name' in made ? made.name : undefined)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the first line of a cache without a header', () => {
  it('never becomes one by an edit', () => {
    const document = cache('a: 3c010a14\nTRT-8601-x: 3c010a14\n');
    assert.match(editProblem(document, { kind: 'delete', index: 0 }) ?? '', /first line of a table without a header/);
    assert.equal(editProblem(document, { kind: 'delete', index: 1 }), null);
    assert.equal(
      editProblem(cache(`${HEADER}\na: 3c010a14\n`), { kind: 'rename', index: 0, name: 'TRT-8601-x' }),
      null,
    );
  });
});

describe('a number that the new file can not hold', () => {
  it('is dropped and listed, and the others are converted', () => {
    const { report } = convertDocument(
      nvdla.read(utf8Bytes('{"a": {"scale": 1e307}, "b": {"scale": 2}}')),
      tensorrtRanges,
      null,
    );
    assert.deepEqual(
      [report.dropped, report.entriesOut],
      [[{ name: 'a', why: 'its range does not fit any number that the file can hold' }], 1],
    );
  });
});
