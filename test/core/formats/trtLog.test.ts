import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { diffTables } from '../../../src/core/diff/diff.js';
import { detect } from '../../../src/core/formats/index.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { trtLog } from '../../../src/core/formats/trtLog.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { cacheOf, textOf } from '../support/tables.js';

const PREFIX = '[01/02/2024-10:00:00] [V] [TRT] ';
const scaleLine = (name: string, scale: string): string =>
  `${PREFIX}INT8 Inference Tensor scales and zero-points: ${name} scale and zero-point Quantization(scale: {${scale},}, zero-point: {0,})`;
const LOG = [
  '&&&& RUNNING TensorRT.trtexec [TensorRT v8601] # trtexec --int8 --calib=a.cache --verbose',
  `${PREFIX}Reading Calibration Cache for calibrator: EntropyCalibration2`,
  scaleLine('zeta: [x] größe', '0.013044'),
  scaleLine('9', '0.00787594'),
  scaleLine('w', '0.1, 0.2'),
  '',
].join('\n');
const kindOf = (bytes: Uint8Array): string => {
  const found = detect(bytes, 'build.log');
  return found.kind === 'table' ? found.format.id : found.foreign.id;
};

describe('a TensorRT build log', () => {
  const document = trtLog.read(utf8Bytes(LOG));

  it('with lines of scales is a table, wherever they stand in it', () => {
    assert.equal(kindOf(utf8Bytes(LOG)), 'trt-log');
    assert.equal(kindOf(utf8Bytes(`${PREFIX}noise\n`.repeat(5000) + LOG)), 'trt-log');
    assert.equal(kindOf(Buffer.from(`\ufeff${LOG}`, 'utf16le')), 'trt-log');
  });

  it('without one stays foreign, with a pointer to what reads it', () => {
    assert.equal(kindOf(utf8Bytes(LOG.split('\n').slice(0, 2).join('\n'))), 'build-log');
  });

  it('gives names as printed, in its order, with their lines and the header of its cache', () => {
    const { table, spans } = document;
    assert.deepEqual(table.names, ['zeta: [x] größe', '9']);
    assert.deepEqual([...table.values], [0.013044, 0.00787594]);
    assert.deepEqual([...spans.line], [3, 4]);
    assert.equal(table.header.raw, 'TRT-8601-EntropyCalibration2');
  });

  it('is compared with a cache in six digits', () => {
    const cache = cacheOf('zeta: [x] größe: 3c55b689', '9: 3c010a15');
    const { pairs } = diffTables(cache.table, document.table);
    assert.deepEqual(
      pairs.map(({ old, status }) => [old, status]),
      [
        ['zeta: [x] größe', 'same'],
        ['9', 'same'],
      ],
    );
    const other = cacheOf('zeta: [x] größe: 3c55b689', '9: 3c010b15');
    assert.equal(diffTables(other.table, document.table).summary.changed, 1);
  });

  it('makes a lost cache, and says what is lost', () => {
    const { bytes, report } = convertDocument(document, tensorrt, document.table.header.raw);
    assert.match(textOf(bytes), /^TRT-8601-EntropyCalibration2\nzeta: \[x\] größe: 3c55b6/);
    assert.ok(report.lost.some((what) => what.includes('six digits')));
  });

  it('of placeholders alone was never calibrated', () => {
    const log = trtLog.read(utf8Bytes([scaleLine('a', '0.015748'), scaleLine('b', '0.0314961')].join('\n')));
    assert.deepEqual(
      checkDocument(log).map(({ rule }) => rule),
      ['never-calibrated'],
    );
  });
});
