import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { tensorrtRanges } from '../../../src/core/formats/tensorrtRanges.js';
import { corpusBytes, corpusTable, needCorpus } from '../support/corpus.js';
import { checkEdit } from '../support/edits.js';
import { assertSameScalesThere, itReadsAndEdits, lineFile } from '../support/formatFiles.js';
import { cacheOf, edited, textOf } from '../support/tables.js';

const FILE = 'resnet50-int8api-ranges.txt';

describe('TensorRT per-tensor ranges', () => {
  itReadsAndEdits(
    tensorrtRanges,
    lineFile({
      format: tensorrtRanges,
      entry: (name, value) => `${name}:${value.length % 2 === 0 ? ' ' : ''}${value}`,
      others: ['', '  ', 'no range', 'a: b', ': 1.5', '  :1', 'a:1:2'],
    }),
  );

  it('ends a name at the first colon, as its reader does: what follows then is no number', () => {
    const { table, findings } = tensorrtRanges.read(utf8Bytes('a:0:1.5\nb: 2\n'));
    assert.deepEqual([table.names, [...table.values]], [['b'], [2]]);
    assert.deepEqual(
      findings.map(({ line }) => line),
      [1],
    );
    assert.match(tensorrtRanges.nameProblem('a:0') ?? '', /first colon/);
  });

  it('drops names with a colon from a conversion, and says why', () => {
    const { report, bytes } = convertDocument(cacheOf('input_1:0: 3f800000', 'b: 3f800000'), tensorrtRanges, null);
    assert.equal(textOf(bytes), 'b: 127\n');
    assert.match(report.dropped[0]?.why ?? '', /colon/);
  });

  it('reads a line of 100,000 characters that is no entry at once', () => {
    for (const text of ['x', ' ', '1', 'x ', ':'])
      assert.deepEqual(tensorrtRanges.read(utf8Bytes(text.repeat(100000))).table.names, []);
  });
});

describe("TensorRT's own published ranges", () => {
  before(needCorpus);

  it('carry the same float32 scales to a cache and back', () =>
    assertSameScalesThere(corpusTable(FILE), tensorrtRanges));

  it('change in one place when one is set', () => {
    const document = corpusTable(FILE);
    const after = edited(tensorrtRanges, document, { kind: 'set', index: 3, value: 0.25 });
    const [before, now] = [document, after].map(({ bytes }) => textOf(bytes).split('\n'));
    assert.deepEqual(
      (now ?? []).filter((line, i) => line !== before?.[i]),
      [`${document.table.names[3]}:0.25`],
    );
    for (const kind of ['delete', 'insert', 'rename'] as const) {
      checkEdit(
        tensorrtRanges,
        document,
        kind === 'delete'
          ? { kind, index: 5 }
          : kind === 'rename'
            ? { kind, index: 5, name: 'n' }
            : { kind, index: 5, name: 'n', value: 1 },
      );
    }
    assert.equal(textOf(document.bytes), textOf(corpusBytes(FILE)));
  });
});
