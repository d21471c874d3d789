/** Valid files of the line formats, with the oddities that they may have, and the property that all editable formats share. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import type { EditableFormat, TableDocument, TableFormat } from '../../../src/core/formats/format.js';
import { writableById } from '../../../src/core/formats/index.js';
import { entryBits } from '../../../src/core/table/table.js';
import { name, scale } from './arbitraries.js';
import { checkEdit, editOf, wish } from './edits.js';
import { HEADER, textOf } from './tables.js';

/** A file and what a reader must find in it. */
export interface TableFile {
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
  readonly values: readonly number[];
}

export const decimal: fc.Arbitrary<string> = fc
  .tuple(scale, fc.constantFrom('shortest', 'fixed', 'exponent'))
  .map(([value, style]) => {
    if (style === 'fixed' && value < 1e15) return value.toFixed(7);
    return style === 'exponent' ? value.toExponential() : String(value);
  });

/** What the lines of a format may be. */
export interface LineFormat {
  readonly format: EditableFormat;
  readonly head?: string;
  readonly entry: (label: string, value: string) => string;
  /** Lines that are no entries. */
  readonly others: readonly string[];
  readonly tail?: string;
}

/** Names that a format can hold, ends in the byte A0 among them: as Latin-1 that would be a space. */
export function namesFor(format: EditableFormat): fc.Arbitrary<string> {
  return fc
    .oneof(name, fc.constantFrom('voilà', '渠道', 'àà'))
    .filter((label) => format.nameProblem(label) === null && !/^[#\s]|\s$/.test(label));
}

export function lineFile({ format, head = '', entry, others, tail = '' }: LineFormat): fc.Arbitrary<TableFile> {
  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(namesFor(format), decimal)
        .map(([label, value]) => ({ label, value, text: entry(label, value) })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...others).map((text) => ({ label: null, value: '', text })) },
  );
  return fc
    .record({
      lines: fc.array(line, { maxLength: 10 }),
      mark: fc.boolean(),
      eol: fc.constantFrom('\n', '\r\n'),
      closed: fc.boolean(),
    })
    .map(({ lines, mark, eol, closed }) => {
      const all = [...(head === '' ? [] : [head]), ...lines.map(({ text }) => text), ...(tail === '' ? [] : [tail])];
      const entries = lines.filter(({ label }) => label !== null);
      return {
        bytes: utf8Bytes(
          `${mark ? '\ufeff' : ''}${all.join('\n')}${closed && all.length > 0 ? '\n' : ''}`.replaceAll('\n', eol),
        ),
        names: entries.map(({ label }) => label ?? ''),
        values: entries.map(({ value }) => Number(value)),
      };
    });
}

/** Reads every entry and nothing else; edits touch only their bytes and can be undone to the first byte. */
export function itReadsAndEdits(format: EditableFormat, files: fc.Arbitrary<TableFile>): void {
  it('finds every entry of any valid file', () => {
    fc.assert(
      fc.property(files, ({ bytes, names, values }) => {
        const { table } = format.read(bytes);
        assert.deepEqual(table.names, names);
        assert.deepEqual([...table.values], values);
      }),
      { numRuns: 300 },
    );
  });

  it('edits touch only the entry and can be undone byte for byte, again and again', () => {
    fc.assert(
      fc.property(files, fc.array(wish, { minLength: 1, maxLength: 5 }), ({ bytes }, wishes) => {
        let document = format.read(bytes);
        for (const wanted of wishes) {
          const label =
            format.nameProblem(wanted.name) === null && !wanted.name.startsWith('#') ? wanted.name : 'plain';
          document = checkEdit(format, document, editOf({ ...wanted, name: label }, document.table.names.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what it writes reads as the same table', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(namesFor(format), scale), { selector: ([label]) => label, maxLength: 20 }),
        (entries) => {
          const source = format.read(new Uint8Array()).table;
          const written = format.write({
            ...source,
            names: entries.map(([label]) => label),
            values: Float64Array.from(entries, ([, value]) => value),
          });
          const { table, findings } = format.read(written);
          assert.deepEqual(
            table.names.map((label, i) => [label, table.values[i]]),
            entries,
          );
          assert.deepEqual(
            findings.filter(({ severity }) => severity !== 'info'),
            [],
          );
        },
      ),
      { numRuns: 300 },
    );
  });
}

/** To a TensorRT cache and back: every float32 scale that the format can carry is the same. */
export function assertSameScalesThere(source: TableDocument, back: TableFormat): void {
  const bits = (document: TableDocument): [string, number][] =>
    document.table.names.map((label, i) => [label, entryBits(document.table, i)]);
  const cache = writableById('tensorrt');
  const there = convertDocument(source, cache, HEADER);
  assert.deepEqual([there.report.dropped, there.report.entriesOut], [[], source.table.names.length]);
  assert.ok(textOf(there.bytes).startsWith(`${HEADER}\n`));
  const read = (writableById('tensorrt') as unknown as TableFormat).read(there.bytes);
  assert.deepEqual(bits(read), bits(source));
  if (!back.write) return;
  const again = back.read(convertDocument(read, writableById(back.id), null).bytes);
  assert.deepEqual(bits(again), bits(source));
}
