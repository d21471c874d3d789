import assert from 'node:assert/strict';
import { Builder, ByteBuffer } from 'flatbuffers';
import fc from 'fast-check';
import { convertDocument } from '../../../../src/core/transfer/convert.js';
import { detect } from '../../../../src/core/formats/index.js';
import { onnxruntimeFlatbuffers } from '../../../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeText } from '../../../../src/core/formats/onnxruntime/text.js';
import { applySplice, inverseSplice } from '../../../../src/core/bytes/splice.js';
import type { CalibrationTable } from '../../../../src/core/table/table.js';
import { name, scale } from '../../support/arbitraries.js';
import { corpusBytes, corpusTable, needCorpus } from '../../support/corpus.js';
import { editOf, expected, wish } from '../../support/edits.js';
import { assertSameScalesThere } from '../../support/formatFiles.js';
import { edited, textOf } from '../../support/tables.js';

function table(entries: readonly (readonly [string, number])[]): CalibrationTable {
  const empty = onnxruntimeFlatbuffers.read(new Uint8Array()).table;
  return { ...empty, names: entries.map(([label]) => label), values: Float64Array.from(entries, ([, value]) => value) };
}

/** The pairs of a file, read as the schema's own generated code would. */
function pairsOf(bytes: Uint8Array): string[] {
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(buffer.position()) + buffer.position();
  const dict = buffer.__offset(root, 4);
  return Array.from({ length: buffer.__vector_len(root + dict) }, (_, i) => {
    const pair = buffer.__indirect(buffer.__vector(root + dict) + i * 4);
    return [4, 6].map((field) => String(buffer.__string(pair + buffer.__offset(pair, field)))).join('=');
  });
}

describe("onnxruntime's FlatBuffers", () => {
  const tables = fc.uniqueArray(fc.tuple(name, scale), { selector: ([label]) => label, maxLength: 30 });

  it('that we write read as the same table, in order', () => {
    fc.assert(
      fc.property(tables, (entries) => {
        const { table: read, findings } = onnxruntimeFlatbuffers.read(onnxruntimeFlatbuffers.write(table(entries)));
        assert.deepEqual(
          read.names.map((label, i) => [label, read.values[i]]),
          entries,
        );
        assert.deepEqual(findings, []);
      }),
    );
  });

  it('hold key and value as strings where the schema has them', () => {
    assert.deepEqual(
      pairsOf(
        onnxruntimeFlatbuffers.write(
          table([
            ['größe:0', 2.5],
            ['b', 1e-7],
          ]),
        ),
      ),
      ['größe:0=2.5', 'b=1e-7'],
    );
  });

  it('are edited entry by entry; undo gives every byte back, and untouched numbers keep their digits', () => {
    fc.assert(
      fc.property(tables, wish, (entries, wanted) => {
        const document = onnxruntimeFlatbuffers.read(onnxruntimeFlatbuffers.write(table(entries)));
        const edit = editOf(wanted, entries.length);
        const splice = onnxruntimeFlatbuffers.edit(document, edit);
        const after = splice ? applySplice(document.bytes, splice) : document.bytes;
        const read = onnxruntimeFlatbuffers.read(after).table;
        assert.deepEqual(
          read.names,
          expected(document.table.names, edit, (made) => ('name' in made ? made.name : undefined)),
        );
        assert.deepEqual(
          [...read.values],
          expected([...document.table.values], edit, (made) => ('value' in made ? made.value : undefined)),
        );
        if (splice)
          assert.deepEqual(Buffer.from(applySplice(after, inverseSplice(splice))), Buffer.from(document.bytes));
      }),
    );
  });

  it('keep the text of numbers that other writers wrote', () => {
    const document = onnxruntimeFlatbuffers.read(
      foreign([
        ['a', '2.640000104904175'],
        ['b', '1.50'],
        ['c', '3e-05'],
      ]),
    );
    assert.deepEqual([...document.table.values], [2.640000104904175, 1.5, 3e-5]);
    assert.deepEqual(pairsOf(edited(onnxruntimeFlatbuffers, document, { kind: 'set', index: 0, value: 4 }).bytes), [
      'a=4',
      'b=1.50',
      'c=3e-05',
    ]);
  });

  it('may be empty, or hold thousands', () => {
    assert.deepEqual(onnxruntimeFlatbuffers.read(onnxruntimeFlatbuffers.write(table([]))).table.names, []);
    const many = Array.from({ length: 20000 }, (_, i) => [`tensor${i}`, i + 0.5] as const);
    const bytes = onnxruntimeFlatbuffers.write(table(many));
    const { names, values } = onnxruntimeFlatbuffers.read(bytes).table;
    assert.deepEqual([names.length, names[19999], values[19999]], [20000, 'tensor19999', 19999.5]);
    assert.equal((detect(bytes, 'x') as { format?: { id: string } }).format?.id, 'onnxruntime-flatbuffers');
  });

  it('that are broken are told of, not thrown', () => {
    const bytes = onnxruntimeFlatbuffers.write(
      table([
        ['a', 1],
        ['b', 2],
      ]),
    );
    for (const length of [0, 3, 8, 20]) assert.doesNotThrow(() => onnxruntimeFlatbuffers.read(bytes.slice(0, length)));
    assert.equal(onnxruntimeFlatbuffers.read(Uint8Array.from([255, 255, 255, 127, 0, 0, 0, 0])).findings.length, 1);
  });

  it('with a value that is no number have no number', () => {
    const { table: read } = onnxruntimeFlatbuffers.read(
      foreign([
        ['a', ''],
        ['b', 'x'],
        ['c', '1'],
      ]),
    );
    assert.deepEqual([...read.values], [NaN, NaN, 1]);
  });
});

/** A file as onnxruntime's Python writes it: values before keys, the vector first. */
function foreign(pairs: readonly (readonly [string, string])[]): Uint8Array {
  const builder = new Builder(16);
  const offsets = pairs.map(([key, value]) => {
    const [valueAt, keyAt] = [builder.createString(value), builder.createString(key)];
    builder.startObject(2);
    builder.addFieldOffset(1, valueAt, 0);
    builder.addFieldOffset(0, keyAt, 0);
    return builder.endObject();
  });
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.reverse()) builder.addOffset(offset);
  const dict = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, dict, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array().slice();
}

describe('the three published forms of one onnxruntime table', () => {
  before(needCorpus);
  const read = (ending: string): Map<string, number> => {
    const { names, values } = corpusTable(`resnet50v2-onnxruntime.${ending}`).table;
    return new Map(names.map((label, i) => [label, values[i] ?? NaN]));
  };

  /**
   * The release that wrote them took max(|lowest|, |highest|): 40-odd tensors reach further down than up, and
   * the larger magnitude stands in the text and the FlatBuffers too. (A later release left the absolute value out.)
   */
  it('agree to the last digit, mostly negative tensors too', () => {
    const [text, json, flatbuffers] = [read('cache'), read('json'), read('flatbuffers')];
    assert.equal(text.size, 175);
    for (const [label, value] of text)
      assert.deepEqual([json.get(label), flatbuffers.get(label)], [value, value], label);
    assert.deepEqual([json.size, flatbuffers.size], [175, 175]);
    const bounds = Object.entries(
      JSON.parse(textOf(corpusBytes('resnet50v2-onnxruntime.json'))) as Record<string, [number, number]>,
    );
    const negative = bounds.filter(([, [lowest, highest]]) => -lowest > highest);
    assert.ok(negative.length > 30, `${negative.length}`);
    for (const [label, [lowest]] of negative) assert.equal(text.get(label), -lowest);
  });

  it('carry the same float32 scales to a cache and back', () =>
    assertSameScalesThere(corpusTable('resnet50v2-onnxruntime.flatbuffers'), onnxruntimeFlatbuffers));

  it('are carried into one another with the stored numbers untouched', () => {
    const source = corpusTable('resnet50v2-onnxruntime.cache');
    const there = onnxruntimeFlatbuffers.read(convertDocument(source, onnxruntimeFlatbuffers, null).bytes);
    assert.deepEqual(there.table.values, source.table.values);
    assert.equal(textOf(convertDocument(there, onnxruntimeText, null).bytes), textOf(source.bytes));
  });

  it('take an edit and give every byte back', () => {
    const document = corpusTable('resnet50v2-onnxruntime.flatbuffers');
    const splice = onnxruntimeFlatbuffers.edit(document, { kind: 'set', index: 5, value: 0.5 });
    assert.ok(splice);
    const after = onnxruntimeFlatbuffers.read(applySplice(document.bytes, splice));
    assert.deepEqual(
      [...after.table.values],
      [...document.table.values].map((value, i) => (i === 5 ? 0.5 : value)),
    );
    assert.deepEqual(
      Buffer.from(applySplice(after.bytes, inverseSplice(splice))),
      Buffer.from(corpusBytes('resnet50v2-onnxruntime.flatbuffers')),
    );
  });
});
