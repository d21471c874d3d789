import assert from 'node:assert/strict';
import fc from 'fast-check';
import { algorithmOf, parseHeader } from '../../../src/core/table/header.js';

describe('the header line', () => {
  it('of TensorRT names version and algorithm', () => {
    const { kind, trtVersion, algorithm, raw } = parseHeader('TRT-101401-MinMaxCalibration');
    assert.deepEqual(
      [kind, trtVersion, algorithm, raw],
      ['trt', '10.14.1', 'MinMaxCalibration', 'TRT-101401-MinMaxCalibration'],
    );
  });

  it('of other writers is kept as it stands, without a version', () => {
    const { kind, trtVersion, algorithm, raw } = parseHeader('TRT-8XXX-EntropyCalibration2 ');
    assert.deepEqual(
      [kind, trtVersion, algorithm, raw],
      ['trt', null, 'EntropyCalibration2', 'TRT-8XXX-EntropyCalibration2 '],
    );
  });

  it('of old versions is just 1', () => {
    assert.equal(parseHeader('1').kind, 'one');
    assert.equal(parseHeader('1 ').kind, 'one');
    assert.equal(parseHeader('2').kind, 'unknown');
  });

  for (const raw of ['0 3ff0000000000000 3fefffeb074a771d', '03ff00000000000003fefffeb074a771d']) {
    it(`of the legacy calibrator is two float64 numbers: ${raw}`, () => {
      const { kind, algorithm, legacyNumbers } = parseHeader(raw);
      assert.deepEqual([kind, algorithm], ['legacy', 'LegacyCalibration']);
      assert.deepEqual(
        legacyNumbers?.map((number) => number.toFixed(5)),
        ['1.00000', '0.99999'],
      );
    });
  }

  it('may be any text', () => {
    fc.assert(fc.property(fc.string(), (raw) => parseHeader(raw).raw === raw));
  });
});

describe('an algorithm', () => {
  const spellings: [string, string | null][] = [
    ['EntropyCalibration2', 'EntropyCalibration2'],
    ['entropycalibration2', 'EntropyCalibration2'],
    ['ENTROPY_CALIBRATION_2', 'EntropyCalibration2'],
    ['MINMAX_CALIBRATION', 'MinMaxCalibration'],
    ['minmax_calibration', 'MinMaxCalibration'],
    [' MinMaxCalibration ', 'MinMaxCalibration'],
    ['ENTROPY_CALIBRATION', 'EntropyCalibration'],
    ['LEGACY_CALIBRATION', 'LegacyCalibration'],
    ['Entropy', null],
    ['', null],
    ['constructor', null],
    ['__proto__', null],
  ];
  for (const [text, algorithm] of spellings) {
    it(`spelled "${text}" is ${algorithm ?? 'none'}`, () => assert.equal(algorithmOf(text), algorithm));
  }
});
