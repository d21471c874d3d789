import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../../src/core/bytes/bytes.js';
import { onnxruntimeText } from '../../../../src/core/formats/onnxruntime/text.js';
import { corpusTable, needCorpus } from '../../support/corpus.js';
import { assertSameScalesThere, itReadsAndEdits, lineFile } from '../../support/formatFiles.js';

describe("onnxruntime's plain text", () => {
  itReadsAndEdits(
    onnxruntimeText,
    lineFile({
      format: onnxruntimeText,
      entry: (name, value) => `${name} ${value}`,
      others: ['', ' ', 'lonely', 'name word', '1.5', ' 1.5'],
    }),
  );

  it('takes the last number for the value, spaces before it for the name', () => {
    const { table } = onnxruntimeText.read(utf8Bytes('a b 1 2.5\n'));
    assert.deepEqual([table.names, [...table.values]], [['a b 1'], [2.5]]);
  });

  it('says that nothing reads it', () => {
    const { findings } = onnxruntimeText.read(utf8Bytes('a 2.5\n'));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['not-read-by-provider', 'info']],
    );
  });

  it('takes inf and nan for what they are', () => {
    assert.deepEqual(
      [...onnxruntimeText.read(utf8Bytes('a inf\nb nan\nc -inf\nd 1e-3\n')).table.values],
      [Infinity, NaN, -Infinity, 0.001],
    );
  });
});

describe('a published onnxruntime text', () => {
  before(needCorpus);
  it('carries the same float32 scales to a cache and back', () =>
    assertSameScalesThere(corpusTable('resnet50v2-onnxruntime.cache'), onnxruntimeText));
});
