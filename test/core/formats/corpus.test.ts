/** Published tables, when they lie beside the checkout; each must be what the manifest says. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import type { TableDocument, TableFormat } from '../../../src/core/formats/format.js';
import { detect } from '../../../src/core/formats/index.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { diffTables } from '../../../src/core/diff/diff.js';
import { checkEdit } from '../support/edits.js';
import { textOf } from '../support/tables.js';

const folder = resolve(__dirname, '../../../../shared/corpus');

interface Known {
  readonly file: string;
  readonly kind: string;
  readonly entries: number;
  readonly header: string;
}

function manifest(): Known[] {
  const lines = readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [file = '', kind = '', entries = '', , header = ''] = line.split('\t');
    return { file, kind, entries: Number(entries), header };
  });
}

function bytesOf(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(join(folder, file)));
}

function read(file: string): TableDocument {
  const detection = detect(bytesOf(file), file);
  assert.equal(detection.kind, 'table', file);
  return (detection as { format: TableFormat }).format.read(bytesOf(file));
}

describe('published tables', function () {
  before(function () {
    if (existsSync(folder)) return;
    console.warn(`      (no ${folder}: published tables are not tested)`);
    this.skip();
  });

  const known = existsSync(folder) ? manifest() : [];
  const tables = known.filter(({ kind }) => kind === 'tensorrt' || kind === 'nvdla');

  it('are there', () => assert.ok(tables.length > 20));

  for (const { file, kind, entries, header } of known) {
    it(`${file} is ${kind}`, () => {
      const detection = detect(bytesOf(file), file);
      if (kind === 'foreign' || kind === 'caffe') return assert.equal(detection.kind, 'foreign');
      assert.ok(detection.kind === 'table');
      assert.equal(detection.format.id, kind);
      const { table } = detection.format.read(bytesOf(file));
      assert.equal(table.names.length, entries);
      if (kind === 'tensorrt') assert.equal(table.header.raw?.trim(), header.trim());
    });
  }

  for (const { file, kind } of tables) {
    const format = kind === 'tensorrt' ? tensorrt : nvdla;
    it(`${file} takes every kind of edit, and gives every byte back`, () => {
      const document = format.read(bytesOf(file));
      const count = document.table.names.length;
      for (const index of [0, count >> 1, count - 1]) {
        checkEdit(format, document, { kind: 'set', index, value: 0.25 });
        checkEdit(format, document, { kind: 'rename', index, name: 'renamed:0' });
        checkEdit(format, document, { kind: 'delete', index });
        checkEdit(format, document, { kind: 'insert', index: index + 1, name: 'new', value: 0.25 });
      }
    });

    it(`${file}, written anew, reads as the same table`, () => {
      const { table } = format.read(bytesOf(file));
      const again = format.read(
        format.write({ ...table, values: table.values.map((value) => (Number.isNaN(value) ? 0 : value)) }),
      ).table;
      assert.deepEqual(again.names, table.names);
      assert.deepEqual(again.bits, table.bits);
    });
  }

  it('written by TensorRT itself are written the same, byte for byte', () => {
    const clean = tables.filter(
      ({ kind, file }) => kind === 'tensorrt' && /^TRT-\d+-\w+\n(.*[^\s]: [0-9a-f]{8}\n)+$/.test(textOf(bytesOf(file))),
    );
    assert.ok(clean.length > 10);
    for (const { file } of clean) assert.equal(textOf(tensorrt.write(read(file).table)), textOf(bytesOf(file)), file);
  });

  it('go to NVDLA and back byte for byte, where they are clean', () => {
    const source = read('resnet50-trt5101.txt');
    const { bytes, report } = convertDocument(source, nvdla, null);
    assert.equal(report.entriesOut, 229);
    assert.deepEqual(nvdla.read(bytes).table.values, source.table.values);
    const back = convertDocument(nvdla.read(bytes), tensorrt, 'TRT-5101-EntropyCalibration2');
    assert.equal(textOf(back.bytes), textOf(bytesOf('resnet50-trt5101.txt')));
  });

  it("have the same scales in NVIDIA's own pair, in the same order", () => {
    assert.deepEqual(read('resnet50-trt5101.txt').table.values, read('resnet50-nvdla.json').table.values);
  });

  it('differ as is known of them', () => {
    const diff = (a: string, b: string): number[] => {
      const { same, changed, removed, added } = diffTables(read(a).table, read(b).table).summary;
      return [same, changed, removed, added];
    };
    assert.deepEqual(diff('resnet50-trt7200.cache', 'resnet50-trt7200-crlf.cache'), [125, 0, 0, 0]);
    // 86 of the equal ones differ by rounding alone.
    assert.deepEqual(diff('resnet50-trt6001.cache', 'resnet50-trt7200.cache'), [106, 19, 0, 0]);
    assert.deepEqual(diff('ssd-mobilenet-trt7200.cache', 'ssd-mobilenet-trt8001.cache'), [127, 0, 0, 0]);
    assert.deepEqual(diff('resnet50-trt7203.cache', 'resnet50-trt8001.cache'), [125, 0, 0, 0]);
  });
});
