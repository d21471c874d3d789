import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseHeader } from '../../../src/core/table/header.js';
import { cacheUse, reuseBetween, reuseStatements } from '../../../src/core/table/reuse.js';
import { headerLine, numberOfVersion, versionOfNumber } from '../../../src/core/table/trtVersion.js';

describe('TensorRT versions', () => {
  const known: [string, string][] = [
    ['5101', '5.1.1'],
    ['5105', '5.1.5'],
    ['7134', '7.1.34'],
    ['7203', '7.2.3'],
    ['8601', '8.6.1'],
    ['100100', '10.1.0'],
    ['100300', '10.3.0'],
    ['101401', '10.14.1'],
    ['110000', '11.0.0'],
  ];
  for (const [number, version] of known) {
    it(`${number} is ${version}, both ways`, () => {
      assert.equal(versionOfNumber(number), version);
      assert.equal(numberOfVersion(version), Number(number));
    });
  }

  it('come back from their number in both schemes', () => {
    const old = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 99 }),
    );
    const wide = fc.tuple(
      fc.integer({ min: 10, max: 99 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(fc.oneof(old, wide), (parts) => {
        const version = parts.join('.');
        assert.equal(versionOfNumber(String(numberOfVersion(version))), version);
      }),
    );
  });

  it('may leave the patch out', () => assert.equal(numberOfVersion('8.6'), 8600));

  for (const text of ['8XXX', '', '86', '1234567', '8601x', '12345', '-8601', '8.601']) {
    it(`is no header number: "${text}"`, () => assert.equal(versionOfNumber(text), null));
  }

  for (const text of ['', '8', '8.x', '8.10.1', '0.1.0', '8.6.1.6', 'v8.6.1', '8.6.100']) {
    it(`is no version: "${text}"`, () => assert.equal(numberOfVersion(text), null));
  }

  it('make a header line', () => {
    assert.equal(headerLine('10.14.1', 'MinMaxCalibration'), 'TRT-101401-MinMaxCalibration');
    assert.throws(() => headerLine('ten', 'MinMaxCalibration'), RangeError);
  });
});

describe('reuse of a table under another TensorRT', () => {
  it('tells all three sources, each with its basis', () => {
    const statements = reuseStatements(parseHeader('TRT-8601-EntropyCalibration2'));
    assert.match(textOf(statements, 'documented'), /absolutely NOT compatible between different TRT versions/);
    assert.match(textOf(statements, 'documented'), /manuals/);
    assert.match(textOf(statements, 'inferred'), /major version and the algorithm/);
    assert.match(textOf(statements, 'documented'), /TensorRT 11 removed/);
  });

  it('says nothing of formats without a header', () => {
    assert.deepEqual(reuseStatements({ kind: 'none', raw: null, trtVersion: null, algorithm: null }), []);
  });

  it('never presents the age of a "1" header as certain', () => {
    const [first] = reuseStatements(parseHeader('1'));
    assert.equal(first?.basis, 'inferred');
  });

  const pairs: [string, string, string][] = [
    ['8601', '8601', 'same'],
    ['8601', '8600', 'same-minor'],
    ['8601', '8501', 'same-major'],
    ['7203', '8601', 'different'],
    ['100100', '101401', 'same-major'],
    ['8XXX', '8601', 'unknown'],
  ];
  for (const [from, to, reuse] of pairs) {
    it(`from ${from} to ${to} is ${reuse}`, () => assert.equal(between(from, to).reuse, reuse));
  }

  it('is no statement at all for equal versions, but for TensorRT 11', () => {
    assert.deepEqual(between('8601', '8601').statements, []);
    assert.match(textOf(between('101401', '110000').statements, 'documented'), /TensorRT 11 removed/);
  });

  it('of a cache by itself: 11 reads none, 5 to 7 stop at a missing tensor, 8 and later go on', () => {
    assert.match(cacheUse(11).text, /reads no cache/);
    assert.match(cacheUse(7).text, /stops at a missing tensor/);
    for (const major of [8, 9, 10]) assert.match(cacheUse(major).text, /without INT8/);
  });
});

function between(from: string, to: string): ReturnType<typeof reuseBetween> {
  return reuseBetween(parseHeader(`TRT-${from}-EntropyCalibration2`), parseHeader(`TRT-${to}-EntropyCalibration2`));
}

function textOf(statements: readonly { text: string; basis: string }[], basis: string): string {
  return statements
    .filter((statement) => statement.basis === basis)
    .map(({ text }) => text)
    .join('\n');
}
