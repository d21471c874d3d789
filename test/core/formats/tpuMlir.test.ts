import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';
import { corpusBytes, corpusTable, needCorpus } from '../support/corpus.js';
import { assertSameScalesThere, itReadsAndEdits, lineFile } from '../support/formatFiles.js';
import { edited, textOf } from '../support/tables.js';

const HEAD = '# genetated time: 2022-09-29\n# sample number: 10\n###\n# op_name    threshold    min    max';
const SECTIONS = '#weight_scale\nconv1_f 0.1 0.2 0.3\n#int4_th\nconv1 0.5 -1 1\n漢 1.5 -1 1';
const plain = {
  format: tpuMlir,
  entry: (name: string, value: string): string => `${name} ${value.replace('+', '')} -0.5000000 1.0`,
  others: ['# a comment', 'a +1 2 3', 'a inf 1 2', 'a 1 2'],
  head: HEAD,
};

describe('a TPU-MLIR table', () => {
  itReadsAndEdits(tpuMlir, fc.oneof(lineFile(plain), lineFile({ ...plain, tail: SECTIONS })));

  const text = `${HEAD}\nconv1 2.5000000 -3.0000000 2.0000000\n${SECTIONS}\n`;
  const document = tpuMlir.read(utf8Bytes(text));

  it('takes the threshold, not min and max', () =>
    assert.deepEqual([document.table.names, [...document.table.values]], [['conv1'], [2.5]]));

  it('keeps further sections verbatim and shows them apart', () => {
    assert.deepEqual(
      document.kept?.map(({ title, items }) => [title, items.map((item) => item.text)]),
      [
        ['weight_scale', ['#weight_scale', 'conv1_f 0.1 0.2 0.3']],
        ['int4_th', ['#int4_th', 'conv1 0.5 -1 1', '漢 1.5 -1 1']],
      ],
    );
    const more = edited(tpuMlir, document, { kind: 'insert', index: 1, name: 'conv2', value: 1e-7 });
    assert.equal(
      textOf(more.bytes),
      `${HEAD}\nconv1 2.5000000 -3.0000000 2.0000000\nconv2 0.0000001 -0.0000001 0.0000001\n${SECTIONS}\n`,
    );
  });

  it('gets its first entry between the comments and the sections', () => {
    const empty = tpuMlir.read(utf8Bytes(`${HEAD}\n\n${SECTIONS}\n`));
    const { bytes, table } = edited(tpuMlir, empty, { kind: 'insert', index: 0, name: 'conv1', value: 2 });
    assert.deepEqual(table.names, ['conv1']);
    assert.ok(textOf(bytes).endsWith(`${SECTIONS}\n`));
  });

  it('reports the lines that its own reader ignores in silence', () => {
    const { table, findings } = tpuMlir.read(utf8Bytes(`${HEAD}\na +1.5 -1 1\nb inf -1 1\nc 1 -1\nd 1 -1 1\n`));
    assert.deepEqual([table.names, findings.map(({ line }) => line)], [['d'], [5, 6, 7]]);
  });

  it('with 50,000 lines of weights is read at once', () => {
    const { kept } = tpuMlir.read(utf8Bytes(`${HEAD}\n#weight_scale\n${'conv 0.5 0.25\n'.repeat(50000)}`));
    assert.equal(kept?.[0]?.items.length, 50001);
  });
});

describe('a published TPU-MLIR table', () => {
  before(needCorpus);
  const FILE = 'lenet-tpu-mlir.cali_table';

  it('carries the same float32 scales to a cache and back', () => assertSameScalesThere(corpusTable(FILE), tpuMlir));

  it('has a threshold below its largest magnitude, which is what counts', () => {
    const { names, values } = corpusTable(FILE).table;
    assert.equal(values[names.indexOf('conv1')], 3.00717);
    assert.ok(textOf(corpusBytes(FILE)).includes('conv1 3.0071700 -3.4350877'));
  });
});
