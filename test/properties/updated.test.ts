/** A document after a splice is what reading the changed file gives, whatever the file, the format and the splice. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { applySplice, inverseSplice, spliceOf, type Splice } from '../../src/core/bytes/splice.js';
import { textSplice } from '../../src/core/bytes/textChange.js';
import type { EditableFormat, TableDocument } from '../../src/core/formats/format.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeJson } from '../../src/core/formats/onnxruntime/json.js';
import { onnxruntimeText } from '../../src/core/formats/onnxruntime/text.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { tensorrtRanges } from '../../src/core/formats/tensorrtRanges.js';
import { tpuMlir } from '../../src/core/formats/tpuMlir.js';
import { updated } from '../../src/core/formats/update/updated.js';
import { cacheFile, calibFile, name, scale } from '../core/support/arbitraries.js';
import { editOf, wish } from '../core/support/edits.js';
import { flatbuffersOf } from '../core/support/flatbuffersOf.js';
import { lineFile, type LineFormat } from '../core/support/formatFiles.js';
import { cacheOf, calib, textOf } from '../core/support/tables.js';
import { plainNumbers } from '../support/plainNumbers.js';

const BETWEEN: Readonly<Record<string, LineFormat>> = {
  ranges: {
    format: tensorrtRanges,
    entry: (label, value) => `${label}: ${value}`,
    others: ['', 'no number:', '\ufeffx: 1'],
  },
  text: { format: onnxruntimeText, entry: (label, value) => `${label} ${value}`, others: ['', 'alone', ' '] },
  tpu: {
    format: tpuMlir,
    head: '# op_name threshold min max',
    entry: (label, value) => `${label} ${value} -1 1`,
    others: ['', '# a word', 'one 1 2', '#weight_scale'],
    tail: '#asym_op\nconv 1',
  },
};

const ranges = fc
  .record({
    members: fc.array(fc.tuple(name, scale, fc.boolean()), { maxLength: 8 }),
    indent: fc.constantFrom(0, 2),
    nested: fc.boolean(),
    crlf: fc.boolean(),
  })
  .map(({ members, indent, nested, crlf }) => {
    const all = Object.fromEntries(
      members.map(([label, high, broken]) => [
        label,
        broken ? [high] : nested ? { CLS: 'TensorData', lowest: -high, highest: high } : [-high, high],
      ]),
    );
    const text = JSON.stringify(nested ? { CLS: 'TensorsData', data: all } : all, null, indent);
    return utf8Bytes(crlf ? text.replaceAll('\n', '\r\n') : text);
  });

const FILES: readonly (readonly [EditableFormat, fc.Arbitrary<Uint8Array>])[] = [
  [tensorrt, cacheFile.map(({ bytes }) => bytes)],
  [nvdla, calibFile.map(({ bytes }) => bytes)],
  ...Object.values(BETWEEN).map((lines) => [lines.format, lineFile(lines).map(({ bytes }) => bytes)] as const),
  [onnxruntimeJson, ranges],
  [
    onnxruntimeFlatbuffers,
    fc
      .array(fc.tuple(name, fc.oneof(scale.map(String), fc.constantFrom('inf', 'nan', '', 'x', '1.50'))), {
        maxLength: 6,
      })
      .map(flatbuffersOf),
  ],
];

/** Any bytes in the place of any others: what a text editor may do to a file. */
const anySplice = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(300)),
  inserted: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\r',
      '\r\n',
      ' ',
      ',',
      '"',
      '{',
      '}',
      '"CLS": "TensorsData",',
      'a: 3c010a14\n',
      'a 1 2 3\n',
      '#weight_scale\n',
      '\ufeff',
    ),
    fc.constantFrom(
      '"x": { "scale": 0.5 },',
      '"CLS": 1',
      ',"y": [1, 2]',
      'é',
      '\\u0041',
      '//',
      '1e',
      '.5',
      'NaN',
      '-Infinity',
      'TRT-8601-EntropyCalibration2\n',
    ),
    fc.string({ maxLength: 8 }),
  ),
});

function spliceAt(
  bytes: Uint8Array,
  { place, removed, inserted }: { place: number; removed: number; inserted: string },
): Splice {
  const start = Math.floor(place * bytes.length);
  return spliceOf(bytes, start, Math.min(bytes.length, start + removed), utf8Bytes(inserted));
}

/** The document after the splice, checked to be the one that a full reading gives, and so for the way back. */
function checkUpdate(document: TableDocument, splice: Splice): TableDocument {
  const { document: after, change } = updated(document, splice);
  const read = document.format.read(applySplice(document.bytes, splice));
  assert.equal(after.format, read.format);
  assert.deepEqual(plain(after), plain(read));
  if (change) {
    const { index, removed, inserted } = change;
    const names = [...document.table.names];
    names.splice(index, removed, ...after.table.names.slice(index, index + inserted));
    assert.deepEqual(names, after.table.names, 'the change names the entries');
  }
  return after;
}

/** Bytes may come as a Buffer or not; formats are compared by themselves. */
function plain(document: TableDocument): unknown {
  return plainNumbers({ ...document, bytes: Buffer.from(document.bytes), format: null });
}

describe('a document after a splice', () => {
  for (const [format, files] of FILES) {
    it(`is what reading the file gives, for any edits of ${format.id}, and their undoing`, () => {
      fc.assert(
        fc.property(files, fc.array(wish, { minLength: 1, maxLength: 5 }), (bytes, wishes) => {
          let document: TableDocument = format.read(bytes);
          for (const wanted of wishes) {
            const label = format.nameProblem(wanted.name) === null ? wanted.name : 'plain';
            const splice = splicesOf(format, document, { ...wanted, name: label });
            if (!splice) continue;
            const after = checkUpdate(document, splice);
            checkUpdate(after, inverseSplice(splice));
            document = after;
          }
        }),
        { numRuns: 300 },
      );
    });

    it(`is what reading the file gives, for any bytes put anywhere into ${format.id}`, () => {
      fc.assert(
        fc.property(files, fc.array(anySplice, { minLength: 1, maxLength: 4 }), (bytes, splices) => {
          let document: TableDocument = format.read(bytes);
          for (const splice of splices) {
            const exact = spliceAt(document.bytes, splice);
            const after = checkUpdate(document, exact);
            checkUpdate(after, inverseSplice(exact));
            document = after;
          }
        }),
        { numRuns: 1000 },
      );
    });
  }

  function splicesOf(
    format: EditableFormat,
    document: TableDocument,
    wanted: Parameters<typeof editOf>[0],
  ): Splice | null {
    try {
      return format.edit(document, editOf(wanted, document.table.names.length));
    } catch (error) {
      // A broken file may have no place for a first entry.
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  it('shares the columns that stay the same, so that who follows a document sees what is new', () => {
    const before = cacheOf('a: 3c010a14', 'b: 3c010a14', 'c: 3c010a14');
    const splice = tensorrt.edit(before, { kind: 'set', index: 1, value: 0.5 });
    const { document, change } = updated(before, splice ?? assert.fail());
    assert.deepEqual(change, { index: 1, removed: 1, inserted: 1 });
    assert.equal(document.table.names, before.table.names);
    assert.equal(document.spans.line, before.spans.line);
    assert.notEqual(document.table.values, before.table.values);
  });

  it('of an NVDLA table is made from the members that the splice touches', () => {
    const before = calib({ a: { scale: 0.5 }, b: { scale: 0.25 }, c: { scale: 0.125 } });
    const change = (edit: Parameters<typeof nvdla.edit>[1]): unknown =>
      updated(before, nvdla.edit(before, edit) ?? assert.fail()).change;
    assert.deepEqual(change({ kind: 'set', index: 1, value: 1 }), { index: 1, removed: 1, inserted: 1 });
    assert.deepEqual(change({ kind: 'insert', index: 1, name: 'x', value: 1 }), { index: 1, removed: 1, inserted: 2 });
    assert.deepEqual(change({ kind: 'delete', index: 0 }), { index: 0, removed: 2, inserted: 1 });
  });
});

describe('a change of a text', () => {
  const mark = '\ufeff';

  it('is the splice of its bytes, a byte order mark not counted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.nat(20),
        fc.nat(20),
        fc.string({ unit: 'grapheme' }),
        (text, marked, at, length, fresh) => {
          const plainText = text.replace(/^\ufeff/, '');
          const [start, end] = [whole(plainText, at), whole(plainText, at + length)];
          const bytes = utf8Bytes((marked ? mark : '') + plainText);
          const after = applySplice(bytes, textSplice(bytes, { start, end, text: fresh }));
          assert.equal(textOf(after), (marked ? mark : '') + plainText.slice(0, start) + fresh + plainText.slice(end));
        },
      ),
    );
  });

  /** An offset that does not part a pair of code units. */
  function whole(text: string, at: number): number {
    const offset = Math.min(at, text.length);
    return /[\ud800-\udbff]$/.test(text.slice(0, offset)) ? offset - 1 : offset;
  }

  it('behind the end is an error', () => {
    assert.throws(() => textSplice(utf8Bytes('abc'), { start: 4, end: 4, text: '' }), RangeError);
  });
});
