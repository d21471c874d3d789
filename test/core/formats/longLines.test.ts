import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { sampleOf } from '../../../src/core/formats/detect/sample.js';
import { detect, FORMATS } from '../../../src/core/formats/index.js';
import { isEntryLine, isFullEntryLine } from '../../../src/core/formats/tensorrt/read.js';
import { LONG_LINES, TRAPS } from '../support/longLines.js';

/** Patterns that backtrack need seconds to hours for these; ESLint keeps such patterns out, the limit of a test shows those that it can't see. */
describe('one line of 64 KiB', () => {
  for (const [kind, line] of Object.entries(LONG_LINES)) {
    it(`of ${kind} is told to be no table`, () => {
      assert.equal(detect(utf8Bytes(line), 'calibration.cache').kind, 'foreign');
    });
  }

  for (const [kind, text] of Object.entries(TRAPS)) {
    it(`with ${kind} is answered`, () => {
      const sample = sampleOf(utf8Bytes(text), 'calibration.cache');
      for (const format of FORMATS) assert.ok(format.detect(sample) <= 1, format.id);
      assert.ok(['table', 'foreign'].includes(detect(sample.bytes, 'calibration.cache').kind));
    });
  }

  it('of brackets within brackets is JSON and no table, whatever the depth', () => {
    const found = detect(utf8Bytes('['.repeat(65536)), 'calib.json');
    assert.equal(found.kind === 'foreign' && found.foreign.id, 'json');
  });
});

describe('a line over 4 KiB', () => {
  const long = 'x'.repeat(4096);
  const entries: Readonly<Record<string, string>> = {
    'of a cache': `${long}: 3c008912\n`,
    'of ranges': `${long}: 1.5\n`,
    'of onnxruntime text': `${long} 1.5\n`,
  };
  for (const [what, line] of Object.entries(entries)) {
    it(`is no entry ${what}`, () => {
      assert.equal(detect(utf8Bytes(line.repeat(3)), 'calibration.cache').kind, 'foreign');
      assert.equal(detect(utf8Bytes(line.slice(1000).repeat(3)), 'calibration.cache').kind, 'table');
    });
  }

  it('may be the weights of an ncnn table', () => {
    const found = detect(utf8Bytes(`fc_param_0 ${'12.345678 '.repeat(1000)}\nfc 34.5\n`), 'net.table');
    assert.equal(found.kind === 'table' && found.format.id, 'ncnn');
  });
});

describe('what a cache takes for an entry', () => {
  const BACKTRACKING = /^.*\S.*:[ \t]*(?:0x)?[0-9a-f]{1,8}[ \t]*\r?$/i;
  const BACKTRACKING_FULL = /^.*\S.*:[ \t]*(?:0x)?[0-9a-f]{8}[ \t]*\r?$/i;

  it('is what the pattern over the whole line took', () => {
    let seed = 1;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const parts = [':', ' ', '\t', 'a', '3c008912', '0x', 'F', 'g', '1', '-', 'conv', ': 3c010a14', '\r'];
    for (let i = 0; i < 20_000; i++) {
      const line = Array.from({ length: next(8) }, () => parts[next(parts.length)]).join('');
      if (line.slice(0, -1).includes('\r')) continue;
      assert.equal(isEntryLine(line), BACKTRACKING.test(line), JSON.stringify(line));
      assert.equal(isFullEntryLine(line), BACKTRACKING_FULL.test(line), JSON.stringify(line));
    }
  });
});
