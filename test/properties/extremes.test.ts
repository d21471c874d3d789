import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitsToFloat } from '../../src/core/bytes/float32.js';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { FORMATS, writableById } from '../../src/core/formats/index.js';
import { entryScale, type CalibrationTable } from '../../src/core/table/table.js';
import type { TableDocument } from '../../src/core/formats/format.js';
import { ncnn } from '../../src/core/formats/ncnn.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { convertDocument } from '../../src/core/transfer/convert.js';
import { HEADER, calib } from '../core/support/tables.js';

/** Positive numbers at the ends of float32 and float64, and everywhere between. */
const extreme = fc.oneof(
  fc.constantFrom(
    1e-45,
    1.4e-45,
    2e-45,
    3.4e38,
    3.4028234663852886e38,
    3.41e38,
    1.1754943508222875e-38,
    1e-39,
    127e-45,
  ),
  fc.constantFrom(5e-324, 1e-322, 1e-310, 2.2250738585072014e-308, 1.7e308, 1.4e306, 1e307, 1e-300, 1e21, 1e-7),
  fc.integer({ min: 1, max: 0x7f7fffff }).map(bitsToFloat),
  fc.integer({ min: 1, max: 0x7fffff }).map(bitsToFloat),
  fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }),
);

/** Files of every quantity that hold these numbers. */
const SOURCES: Readonly<Record<string, (values: readonly number[]) => TableDocument>> = {
  scales: (values) => calib(`{${values.map((value, i) => `"t${i}": {"scale": ${value}}`).join()}}`),
  ranges: (values) => document('tensorrt-ranges', values.map((value, i) => `t${i}: ${value}\n`).join('')),
  pairs: (values) => document('onnxruntime-json', `{${values.map((value, i) => `"t${i}": [-${value}, 0]`).join()}}`),
  reciprocals: (values) => ncnn.read(utf8Bytes(values.map((value, i) => `t${i} ${value}\n`).join(''))),
  bits: (values) => tensorrt.read(tensorrt.write(floats(values), { header: HEADER })),
};

function document(id: string, text: string): TableDocument {
  const format = FORMATS.find((known) => known.id === id);
  assert.ok(format);
  return format.read(utf8Bytes(text));
}

function floats(values: readonly number[]): CalibrationTable {
  const finite = values.filter((value) => Number.isFinite(Math.fround(value)));
  return { ...calib({}).table, names: finite.map((_, i) => `t${i}`), values: Float64Array.from(finite) };
}

describe('the largest and the smallest numbers', () => {
  for (const format of FORMATS.filter(({ write }) => write))
    for (const [kind, source] of Object.entries(SOURCES))
      it(`from ${kind} stand in a new ${format.id} file as they were, or are listed as dropped`, () =>
        fc.assert(
          fc.property(fc.array(extreme, { maxLength: 6 }), (values) => {
            const from = source(values);
            const { bytes, report } = convertDocument(from, writableById(format.id), format.hasHeader ? HEADER : null);
            const { table } = format.read(bytes);
            const dropped = new Set(report.dropped.map(({ name }) => name));
            assert.deepEqual(
              table.names,
              from.table.names.filter((name) => !dropped.has(name)),
            );
            table.names.forEach((name, i) => {
              const entry = from.table.names.indexOf(name);
              const [before, after] = [entryScale(from.table, entry), entryScale(table, i)];
              if (table.quantity === from.table.quantity && format.storage === 'decimal')
                assert.equal(table.values[i], from.table.values[entry]);
              else
                assert.ok(
                  after === before || Math.abs(after / before - 1) < 1e-6,
                  `${name}: ${before} became ${after}`,
                );
            });
          }),
          { numRuns: 300 },
        ));
});
