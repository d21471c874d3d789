import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixFindings } from '../../../src/core/check/fixes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { applySplice, inverseSplice } from '../../../src/core/bytes/splice.js';
import { cacheFile, calibFile } from '../support/arbitraries.js';
import { cache, cacheOf, calib, HEADER, textOf } from '../support/tables.js';

/** The file with all fixes made. */
function fixed(document: TableDocument): string {
  const made = fixFindings(document, checkDocument(document));
  return textOf(made ? applySplice(document.bytes, made.splice) : document.bytes);
}

describe('fixes', () => {
  it('write short hex with all its digits, as the reader takes it', () => {
    assert.equal(
      fixed(cache(`${HEADER}\r\na: c010A14 \r\nb: 0xc0\r\n`)),
      `${HEADER}\r\na: 0c010A14 \r\nb: 000000c0\r\n`,
    );
  });

  it('write the scale that min and max make', () => {
    assert.equal(
      fixed(calib('{"a": { "min": -12.7, "max": 1 }}')),
      `{"a": { "scale": ${12.7 / 127}, "min": -12.7, "max": 1 }}`,
    );
  });

  it('take the quotes off a decimal number', () => {
    assert.equal(
      fixed(calib('{"a": {"scale": "0.05"}, "b": {"scale": "1e-3"}}')),
      '{"a": {"scale": 0.05}, "b": {"scale": 1e-3}}',
    );
  });

  const uncertain: TableDocument[] = [
    cacheOf('a: 0', 'b: 7f800000', 'c: 7fc00000', 'd: bc010a14', 'e: 00000001'),
    cacheOf('a: 3c010a14', 'a: 3c010a14'),
    cacheOf('a: 3c010a1400', 'b: zz', 'hello'),
    cache('a: 3c010a14\nb: 3c010a14\n'),
    cacheOf('a: 140a013c', 'b: 89b6553c', 'c: 1289003c', 'd: e439983f'),
    calib(
      '{"a": {"min": 1}, "b": {}, "c": {"scale": null}, "d": {"scale": "0,5"}, "e": {"scale": "0x10"}, "f": {"scale": "05"}, "g": {"scale": ""}}',
    ),
    calib('{"a": {"scale": 1, "min": -3, "max": 3, "offset": 4}, "b": {"scale": -1}, "c": {"min": 0, "max": 0}}'),
  ];
  uncertain.forEach((document, i) =>
    it(`leave alone what has more than one meaning (${i + 1})`, () => {
      assert.ok(checkDocument(document).length > 0);
      assert.equal(fixFindings(document, checkDocument(document)), null);
    }),
  );

  it('make only the findings that they are given go away', () => {
    const document = cacheOf('a: c0', 'b: c1');
    const findings = checkDocument(document).filter(({ rule, entry }) => rule === 'hex-length' && entry === 'b');
    const made = fixFindings(document, findings);
    assert.ok(made);
    assert.equal(textOf(applySplice(document.bytes, made.splice)), `${HEADER}\na: c0\nb: 000000c1\n`);
    assert.deepEqual(made.findings, findings);
  });

  it('change no name and no value, can be undone, and leave nothing to fix', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          cacheFile.map(({ bytes }) => tensorrt.read(bytes)),
          calibFile.map(({ bytes }) => nvdla.read(bytes)),
        ),
        (document) => {
          const made = fixFindings(document, checkDocument(document));
          if (!made) return;
          const bytes = applySplice(document.bytes, made.splice);
          const after = document.format.read(bytes);
          assert.deepEqual(after.table.names, document.table.names);
          assert.deepEqual(after.table.values, document.table.values);
          assert.equal(fixFindings(after, checkDocument(after)), null);
          assert.deepEqual(Buffer.from(applySplice(bytes, inverseSplice(made.splice))), Buffer.from(document.bytes));
        },
      ),
    );
  });
});
