import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { bitsToFloat } from '../../../src/core/bytes/float32.js';
import { csv, tsv } from '../../../src/core/formats/delimited.js';
import type { TableDocument, TableFormat, WritableFormat } from '../../../src/core/formats/format.js';
import { detect, writableById } from '../../../src/core/formats/index.js';
import { markdown } from '../../../src/core/formats/markdown.js';
import { NO_HEADER } from '../../../src/core/table/header.js';
import type { Quantity } from '../../../src/core/table/quantization.js';
import { name, scale } from '../support/arbitraries.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { assertSameScalesThere } from '../support/formatFiles.js';
import { cacheOf, textOf } from '../support/tables.js';

/** What spreadsheets and parsers stumble over. */
const awkward = fc.constantFrom(
  'a,b',
  'say "hi"',
  '=1+1',
  '+x',
  '-x',
  '@sum',
  "'quoted",
  "'=x",
  "''=x",
  '\t=x',
  'two\nlines',
  'cr\rlf\r\n',
  ' spaces ',
  '"',
  '""',
  'a\tb',
  ',',
  '#',
  '007',
  '1e5',
);
const names = fc.oneof(awkward, name, fc.string({ minLength: 1, maxLength: 8 }));
const quantities: Quantity[] = ['scale', 'amax', 'reciprocal'];

function read(format: TableFormat, text: string): TableDocument {
  return format.read(utf8Bytes(text));
}

function written(format: TableFormat, quantity: Quantity, entries: readonly (readonly [string, number])[]): Uint8Array {
  const table = {
    format: format.id,
    quantity,
    header: NO_HEADER,
    names: entries.map(([label]) => label),
    values: Float64Array.from(entries, ([, value]) => value),
  };
  return writableById(format.id).write(table);
}

for (const format of [csv, tsv]) {
  describe(`a ${format.id} listing`, () => {
    for (const quantity of quantities) {
      it(`of ${quantity}s comes back the same: names, numbers and quantity`, () => {
        fc.assert(
          fc.property(fc.array(fc.tuple(names, scale), { minLength: 1, maxLength: 12 }), (entries) => {
            // One number tells apart what the columns hold: for a scale of 1, or its like, all say the same.
            const all = [...entries, ['last', 0.37] as const];
            const { table, findings } = format.read(written(format, quantity, all));
            assert.deepEqual(
              table.names.map((label, i) => [label, table.values[i]]),
              all,
            );
            assert.deepEqual([table.quantity, findings], [quantity, []]);
          }),
          { numRuns: 300 },
        );
      });
    }

    it('is known by its title line', () => {
      const bytes = written(format, 'scale', [['a', 0.5]]);
      assert.equal((detect(bytes, 'x.txt') as { format?: TableFormat }).format?.id, format.id);
    });

    it("holds infinities and NaN, which other decimal formats can't", () => {
      const { table } = format.read(
        written(format, 'scale', [
          ['a', Infinity],
          ['b', NaN],
          ['c', 0],
          ['d', -0],
          ['e', 1e-45],
        ]),
      );
      assert.deepEqual([...table.values], [Infinity, NaN, 0, -0, 1e-45]);
    });

    it('is safe to open in a spreadsheet: no cell of text begins like a formula', () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(names, scale), { minLength: 1, maxLength: 5 }), (entries) => {
          const { data } = Papa.parse<string[]>(textOf(written(format, 'scale', entries)), {
            delimiter: format.id === 'csv' ? ',' : '\t',
          });
          for (const [, label = ''] of data) assert.doesNotMatch(label, /^[=+\-@\t\r]/);
        }),
      );
    });
  });
}

describe('a listing that others wrote', () => {
  const cases: [string, string, Quantity, [string, number][]][] = [
    [
      'name and scale',
      'Tensor,Scale\na,0.5\nb,0.25\n',
      'scale',
      [
        ['a', 0.5],
        ['b', 0.25],
      ],
    ],
    ['name and amax', 'name,amax\na,127\n', 'amax', [['a', 127]]],
    ['bits', 'name,hex\na,3f000000\n', 'scale', [['a', 0.5]]],
    ['value alone', 'name,value\na,0.5\n', 'scale', [['a', 0.5]]],
    [
      'CRLF, a mark, quotes, blank lines',
      '\ufeff"name","scale"\r\n"a,b","0.5"\r\n\r\n"c","1"\r\n',
      'scale',
      [
        ['a,b', 0.5],
        ['c', 1],
      ],
    ],
    ['other columns', 'constructor,name,toString,scale\n1,a,2,0.5\n', 'scale', [['a', 0.5]]],
    [
      'rounded columns beside the value',
      'name,value,scale,range\na,1,0.007874016,1\nb,2,0.01574803,2\n',
      'amax',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
  ];
  for (const [what, text, quantity, entries] of cases) {
    it(`is read: ${what}`, () => {
      const { table } = read(csv, text);
      assert.deepEqual([table.quantity, table.names.map((label, i) => [label, table.values[i]])], [quantity, entries]);
    });
  }

  it('says which rows have no number, with their lines', () => {
    const { table, findings } = read(csv, 'name,scale\na,0.5\nb,\nc,x\n');
    assert.deepEqual([...table.values], [0.5, NaN, NaN]);
    assert.deepEqual(
      findings.map(({ entry, line }) => [entry, line]),
      [
        ['b', 3],
        ['c', 4],
      ],
    );
  });

  it('in which one column was changed by hand keeps its quantity, and says which row disagrees', () => {
    const text = textOf(
      written(csv, 'scale', [
        ['a', 0.5],
        ['b', 0.25],
        ['c', 0.125],
      ]),
    ).replace('0.25,0.25,31.75', '0.25,0.3,31.75');
    const { table, findings } = read(csv, text);
    assert.deepEqual([table.quantity, ...table.values], ['scale', 0.5, 0.25, 0.125]);
    assert.deepEqual(
      findings.map(({ entry, severity }) => [entry, severity]),
      [['b', 'warning']],
    );
  });
});

describe('conversions to listings and back', () => {
  before(needCorpus);
  const FILES = [
    'resnet50-trt5101.txt',
    'resnet50v2-onnxruntime.cache',
    'squeezenet-ncnn.table',
    'lenet-tpu-mlir.cali_table',
    'lenet-nvdla.json',
    'rnnt-trt7200-minmax.cache',
  ];
  for (const file of FILES) {
    it(`keep the stored numbers of ${file}`, () => {
      const source = corpusTable(file);
      for (const format of [csv, tsv]) {
        const there = format.read(convertDocument(source, writableById(format.id), null).bytes);
        assert.deepEqual(
          [there.table.names, there.table.values, there.table.quantity],
          [source.table.names, source.table.values, source.table.quantity],
        );
        assertSameScalesThere(there, format);
      }
    });
  }
});

describe('a Markdown listing', () => {
  it('is written, with every digit and no bar that would break it', () => {
    const target: WritableFormat = markdown;
    const text = textOf(convertDocument(cacheOf('a|b: 3c55b689', 'c: 3f000000'), target, null).bytes);
    assert.ok(text.includes(String(bitsToFloat(0x3c55b689))) && text.includes('3c55b689'));
    const bars = text
      .trim()
      .split('\n')
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    assert.equal(new Set(bars).size, 1, text);
  });
});
