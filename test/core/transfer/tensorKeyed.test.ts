/** NVDLA tables with TensorRT's names of tensors for keys, as NVIDIA's own script makes them of a cache. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDocument } from '../../../src/core/check/index.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { convertDocument, NAMES_CARRIED, writePlan } from '../../../src/core/transfer/convert.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { cacheOf, calib, textOf } from '../support/tables.js';

const folder = resolve(__dirname, '../../../samples/resnet34');
const bytesOf = (file: string): Uint8Array => Uint8Array.from(readFileSync(resolve(folder, file)));
const network = readNetwork(bytesOf('resnet34.prototxt'), 'resnet34.prototxt');

/** The same table under the names that it has, in NVDLA's format. */
function asScript(source: TableDocument): TableDocument {
  return nvdla.read(convertDocument(source, nvdla, null).bytes);
}

describe("an NVDLA table with TensorRT's names of tensors", () => {
  for (const file of ['resnet34-trt7203.cache', 'resnet34-trt8601.cache']) {
    const source = tensorrt.read(bytesOf(file));
    const keyed = asScript(source);

    it(`is told (${file})`, () => {
      const found = checkDocument(keyed).filter(({ rule }) => rule === 'tensor-keyed-nvdla');
      assert.deepEqual(
        found.map(({ severity, index, line }) => [severity, index, line]),
        [['error', null, null]],
      );
      assert.match(found[0]?.message ?? '', /\(Unnamed Layer\* 0\) \[Convolution\]_output/);
    });

    it(`is mapped by a network as a cache is (${file})`, () => {
      const direct = writePlan(source, planWithNetwork(source, nvdla, network), null);
      const mapped = writePlan(keyed, planWithNetwork(keyed, nvdla, network), null);
      assert.equal(textOf(mapped.bytes), textOf(direct.bytes));
      assert.deepEqual(mapped.report, direct.report.lost.length > 0 ? { ...direct.report, lost: [] } : direct.report);
      assert.deepEqual([mapped.report.entriesOut, mapped.report.missing], [162, []]);
    });

    it(`becomes the cache that it was (${file})`, () => {
      const header = source.table.header.raw ?? '';
      assert.equal(textOf(convertDocument(keyed, tensorrt, header).bytes), textOf(source.bytes));
      assert.equal(
        textOf(writePlan(keyed, planWithNetwork(keyed, tensorrt, network), header).bytes),
        textOf(writePlan(source, planWithNetwork(source, tensorrt, network), header).bytes),
      );
      assert.ok(!convertDocument(keyed, tensorrt, header).report.lost.includes(NAMES_CARRIED));
    });
  }

  it('says what an entry that the network does not know is: a tensor', () => {
    const source = calib({ '(Unnamed Layer* 0) [Convolution]_output': { scale: 1 }, nowhere: { scale: 1 } });
    const { dropped } = planWithNetwork(source, nvdla, network);
    assert.ok(dropped.some(({ name, why }) => name === 'nowhere' && why === 'the network has no such tensor'));
  });

  it('is none where keys are layers, nor is a cache one', () => {
    for (const document of [
      calib({ conv1: { scale: 1 }, 'Unnamed Layer 1': { scale: 1 } }),
      cacheOf('(Unnamed Layer* 0) [Convolution]_output: 3c010a14'),
      nvdla.read(
        writePlan(asScript(cacheOf('data: 3c010a14')), planWithNetwork(cacheOf('data: 3c010a14'), nvdla, network), null)
          .bytes,
      ),
    ])
      assert.deepEqual(
        checkDocument(document).filter(({ rule }) => rule === 'tensor-keyed-nvdla'),
        [],
      );
  });
});
