import assert from 'node:assert/strict';
import { Builder, ByteBuffer } from 'flatbuffers';
import fc from 'fast-check';
import { convertDocument } from '../../../../src/core/transfer/convert.js';
import { detect } from '../../../../src/core/formats/index.js';
import { onnxruntimeFlatbuffers } from '../../../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeText } from '../../../../src/core/formats/onnxruntime/text.js';
import { manyEdits } from '../../../../src/core/edits/manyEdits.js';
import { updated } from '../../../../src/core/formats/update/updated.js';
import { applySplice, inverseSplice } from '../../../../src/core/bytes/splice.js';
import type { CalibrationTable } from '../../../../src/core/table/table.js';
import { name, scale } from '../../support/arbitraries.js';
import { corpusBytes, corpusTable, needCorpus } from '../../support/corpus.js';
import { editOf, expected, wish } from '../../support/edits.js';
import { tableOf } from '../../support/flatbuffersOf.js';
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

  it('keep every other byte when a text changes: it stands in the place of the old one, or behind the end', () => {
    const document = onnxruntimeFlatbuffers.read(
      foreign([
        ['first', '2.640000104904175'],
        ['second', '1.5'],
        ['third', '3e-05'],
      ]),
    );
    const shorter = onnxruntimeFlatbuffers.edit(document, { kind: 'set', index: 0, value: 4 }) ?? assert.fail();
    const { valueStart, valueEnd } = document.spans;
    const [start = 0, end = 0] = [valueStart[0], valueEnd[0]];
    assert.ok(shorter.offset >= start - 4 && shorter.offset + shorter.removed.length <= end, 'inside of the old text');
    assert.equal(shorter.inserted.length, shorter.removed.length);

    const longer = onnxruntimeFlatbuffers.edit(document, { kind: 'set', index: 1, value: 1 / 3 }) ?? assert.fail();
    const after = applySplice(document.bytes, longer);
    const others = [...document.bytes.keys()].filter((at) => document.bytes[at] !== after[at]);
    assert.ok(others.length <= 4, 'of what stood there, only the offset');
    assert.equal(after.length, document.bytes.length + 4 + 20);
    assert.deepEqual(pairsOf(after), ['first=2.640000104904175', `second=${1 / 3}`, 'third=3e-05']);
  });

  it('take many edits at once, some in place and some behind the end', () => {
    const many = Array.from({ length: 500 }, (_, i) => [`tensor${i}`, i + 0.5] as const);
    const document = onnxruntimeFlatbuffers.read(onnxruntimeFlatbuffers.write(table(many)));
    const edits = many.flatMap(([, value], index) => [
      { kind: 'set' as const, index, value: index % 2 === 0 ? value / 3 : index },
      { kind: 'rename' as const, index, name: `t${'x'.repeat(index % 20)}${index}` },
    ]);
    const result = manyEdits(document, edits);
    if ('problem' in result) assert.fail(result.problem);
    const after = updated(document, result.splice ?? assert.fail());
    assert.deepEqual(
      after.document.table.names,
      many.map((_, index) => `t${'x'.repeat(index % 20)}${index}`),
    );
    assert.deepEqual(
      [...after.document.table.values],
      many.map(([, value], index) => (index % 2 === 0 ? value / 3 : index)),
    );
    assert.deepEqual(after.change, { index: 0, removed: 500, inserted: 500 });
  });

  it('tell which entry a change is of, without reading the others', () => {
    const many = Array.from({ length: 50 }, (_, i) => [`tensor${i}`, i + 0.5] as const);
    const document = onnxruntimeFlatbuffers.read(onnxruntimeFlatbuffers.write(table(many)));
    for (const value of [7, 1 / 3]) {
      const splice = onnxruntimeFlatbuffers.edit(document, { kind: 'set', index: 20, value }) ?? assert.fail();
      const { document: after, change } = updated(document, splice);
      assert.deepEqual(change, { index: 20, removed: 1, inserted: 1 });
      assert.equal(after.table.names, document.table.names);
      assert.deepEqual(updated(after, inverseSplice(splice)).change, { index: 20, removed: 1, inserted: 1 });
    }
  });

  it('whose entries share a text are built anew: a change of one is none of the other', () => {
    const builder = new Builder(16);
    const shared = builder.createString('1.25');
    const offsets = ['a', 'b', '1.25'].map((key) => {
      const keyAt = key === '1.25' ? shared : builder.createString(key);
      builder.startObject(2);
      builder.addFieldOffset(1, shared, 0);
      builder.addFieldOffset(0, keyAt, 0);
      return builder.endObject();
    });
    const document = onnxruntimeFlatbuffers.read(tableOf(builder, offsets));
    for (const [index, wanted] of [
      [1, ['a=1.25', 'b=7', '1.25=1.25']],
      [2, ['a=1.25', 'b=1.25', '1.25=7']],
    ] as const)
      assert.deepEqual(
        pairsOf(edited(onnxruntimeFlatbuffers, document, { kind: 'set', index, value: 7 }).bytes),
        wanted,
      );
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
  return tableOf(builder, offsets);
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
