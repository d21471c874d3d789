import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { convertDocument, INPUTS_CARRIED } from '../../../src/core/transfer/convert.js';
import { detect, WRITABLE_FORMATS } from '../../../src/core/formats/index.js';
import { ncnn } from '../../../src/core/formats/ncnn.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { assertSameScalesThere } from '../support/formatFiles.js';
import { HEADER } from '../support/tables.js';

describe('an ncnn table', () => {
  const text = 'conv1_param_0 100.5 200.25 3\nfc_param_0 1\nconv1 50.000000\nfc 4.000000\n';

  it('has activation lines for entries, as reciprocals; weight lines are kept apart', () => {
    const { table, kept, findings } = ncnn.read(utf8Bytes(text));
    assert.deepEqual([table.quantity, table.names, [...table.values]], ['reciprocal', ['conv1', 'fc'], [50, 4]]);
    assert.deepEqual(
      kept?.map(({ title, items }) => [title, items.map((item) => `${item.name}: ${item.text}`)]),
      [['Weights', ['conv1_param_0: 3 output channels', 'fc_param_0: 1 output channels']]],
    );
    assert.deepEqual(findings, []);
  });

  it('ends at a blank line: what follows is told once, and not read', () => {
    const { table, findings } = ncnn.read(utf8Bytes(`${text}\nafter 1.0\nmore 2.0\n`));
    assert.deepEqual(
      [table.names, findings.map(({ line, severity }) => [line, severity])],
      [['conv1', 'fc'], [[6, 'warning']]],
    );
  });

  it('knows no comments', () => {
    assert.deepEqual(
      ncnn.read(utf8Bytes(`# made by hand\n${text}`)).findings.map(({ line }) => line),
      [1],
    );
  });

  it('is read only: no writer, no edits', () => {
    assert.deepEqual(
      [ncnn.write, ncnn.edit, WRITABLE_FORMATS.some(({ id }) => id === 'ncnn')],
      [undefined, undefined, false],
    );
  });

  it('takes a line of many whole numbers that is none at once', () => {
    const line = `conv_param_0${' 123456'.repeat(3000)} x`;
    assert.equal(ncnn.read(utf8Bytes(line)).findings.length, 1);
    detect(utf8Bytes(`${line}\n`), 'a.table');
  });

  it('says, when names are carried over, that they are those of inputs', () => {
    assert.ok(convertDocument(ncnn.read(utf8Bytes(text)), nvdla, null).report.lost.includes(INPUTS_CARRIED));
  });

  it('with the network gives each tensor the number of the layer that reads it', () => {
    const net = readNetwork(
      utf8Bytes(`input: "data"
      layer { name: "conv1" type: "Convolution" bottom: "data" top: "c" } layer { name: "relu" type: "ReLU" bottom: "c" top: "c" }
      layer { name: "fc" type: "InnerProduct" bottom: "c" top: "f" } layer { name: "prob" type: "Softmax" bottom: "f" top: "p" }`),
      'net.prototxt',
    );
    const rows = (to: typeof nvdla): (string | null)[] =>
      Array.from(planWithNetwork(ncnn.read(utf8Bytes(text)), to, net).rows, ({ name, source }) =>
        source?.kind === 'entry' ? `${name} ${source.entry}` : `${name} -`,
      );
    assert.deepEqual(rows(tensorrt), ['data 0', '(Unnamed Layer* 0) [Convolution]_output -', 'c 1', 'f -', 'p -']);
    assert.deepEqual(rows(nvdla), ['data 0', 'conv1 -', 'relu 1', 'fc -', 'prob -']);
  });
});

describe('a published ncnn table', () => {
  before(needCorpus);
  it('has 26 activations and 26 weights', () => {
    const { table, kept } = corpusTable('squeezenet-ncnn.table');
    assert.deepEqual([table.names.length, kept?.[0]?.items.length], [26, 26]);
  });
  it('carries its scales to a cache', () => assertSameScalesThere(corpusTable('squeezenet-ncnn.table'), ncnn));
  it('has a header in the cache that it becomes', () => {
    assert.equal(
      tensorrt.read(convertDocument(corpusTable('squeezenet-ncnn.table'), tensorrt, HEADER).bytes).table.header.raw,
      HEADER,
    );
  });
});
