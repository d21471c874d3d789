import assert from 'node:assert/strict';
import { checkDocument, RULES, type RuleId } from '../../../src/core/check/index.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { onnxruntimeText } from '../../../src/core/formats/onnxruntime/text.js';
import { cache, cacheOf, calib, HEADER } from '../support/tables.js';

interface Cases {
  readonly bad: readonly (readonly [TableDocument, number | null])[];
  readonly good: readonly TableDocument[];
}

/** For each rule of these two formats: files that break it, with the line that the finding must name, and files that come close and do not. */
const CASES: Partial<Record<RuleId, Cases>> = {
  'zero-scale': {
    bad: [
      [cacheOf('a: 00000000'), 2],
      [cacheOf('a: 0'), 2],
      [cacheOf('a: 80000000'), 2],
      [calib({ a: { scale: 0 } }), 2],
    ],
    good: [cacheOf('a: 00000001'), calib({ a: { scale: 0.5 } })],
  },
  'non-finite-scale': {
    bad: [
      [cacheOf('a: 7f800000'), 2],
      [cacheOf('a: ff800000'), 2],
      [cacheOf('a: 7fc00000'), 2],
      [calib('{"a": {"scale": 1e400}}'), 1],
      [calib({ a: { scale: 1e39 } }), 2],
    ],
    good: [cacheOf('a: 7f7fffff'), calib({ a: { scale: 'x' } }), calib({ a: {} })],
  },
  'negative-scale': {
    bad: [
      [cacheOf('a: bc010a14'), 2],
      [cacheOf('a: 80000000'), 2],
      [calib({ a: { scale: -1 } }), 2],
    ],
    good: [cacheOf('a: 3c010a14', 'b: ffc00000'), calib({ a: { min: -1, max: 0.5 } })],
  },
  'denormal-scale': {
    bad: [
      [cacheOf('a: 00000001'), 2],
      [cacheOf('a: 007fffff'), 2],
      [calib({ a: { scale: 1e-40 } }), 2],
    ],
    good: [cacheOf('a: 00800000', 'b: 0')],
  },
  'duplicate-name': {
    bad: [
      [cacheOf('a: 3c010a14', 'b: 3c010a14', 'a: 3c010a14'), 4],
      [calib('{"a": {"scale": 1},\n"a": {"scale": 1}}'), 2],
    ],
    good: [
      cacheOf('a: 3c010a14', 'A: 3c010a14', 'a:0: 3c010a14'),
      cacheOf('toString: 3c010a14', 'constructor: 3c010a14'),
    ],
  },
  'byte-swapped': {
    bad: [[cacheOf('a: 140a013c', 'b: 89b6553c', 'c: 1289003c', 'd: e439983f'), null]],
    good: [
      cacheOf('a: 3c010a14', 'b: 3c55b689', 'c: 3c008912'),
      cacheOf('a: 0', 'b: 0', 'c: 0'),
      cacheOf('a: 3c01013c', 'b: 3d02023d', 'c: 3e03033e'),
    ],
  },
  'hex-length': {
    bad: [
      [cacheOf('a: c010a14'), 2],
      [cacheOf('a: x', 'b: 3c010a1400'), 3],
    ],
    good: [cacheOf('a: 3c010a14', 'b: 0', 'c: 0x3c010a14')],
  },
  'unreadable-line': {
    bad: [
      [cacheOf('hello'), 2],
      [cacheOf('a: 3czz'), 2],
      [cacheOf('', ': 3c010a14'), 3],
      [calib('{\n"a": 5,\n"b": {"scale": 1}}'), 2],
      [calib('{"a": {"scale": 1},\n}'), 2],
      [calib('{"a": {"scale": 1},\n oops'), 2],
    ],
    good: [cacheOf('', '  ', 'a: 3c010a14'), calib('{ }')],
  },
  'unknown-header': {
    bad: [
      [cache('hello\na: 3c010a14'), 1],
      [cache('TRT-8XXX-EntropyCalibration2 \na: 3c010a14'), 1],
      [cache('\n2\na: 3c010a14'), 2],
    ],
    good: [cache('1\na: 3c010a14'), cache('0 3ff0000000000000 3fefffeb074a771d\n'), cache(HEADER)],
  },
  'missing-header': {
    bad: [
      [cache('a: 3c010a14\n'), 1],
      [cache('\n\na: 3c010a14\n'), 3],
    ],
    good: [cacheOf('a: 3c010a14'), cache(''), cache('hello\n'), calib({ a: { scale: 1 } })],
  },
  'nvdla-no-scale': {
    bad: [
      [calib('{\n"a": {"min": -1, "max": 1}}'), 2],
      [calib({ a: { min: 1 } }), 2],
      [calib({ a: {} }), 2],
    ],
    good: [calib({ a: { scale: 1 } }), calib({ a: { min: '1', max: 1 } })],
  },
  'nvdla-not-a-number': {
    bad: [
      [calib({ a: { scale: '0.5' } }), 2],
      [calib({ a: { scale: null } }), 2],
      [calib({ a: { min: true, max: 1 } }), 2],
    ],
    good: [calib({ a: { scale: 0.5 } })],
  },
  'nvdla-min-max-ignored': {
    bad: [[calib({ a: { scale: 1, min: -3, max: 3 } }), 2]],
    good: [
      calib({ a: { scale: 1, min: 0, max: 0 } }),
      calib({ a: { scale: 1, min: -127, max: 127 } }),
      calib({ a: { scale: 1, min: -100, max: 127 } }),
      calib({ a: { min: -3, max: 3 } }),
    ],
  },
  'nvdla-offset': {
    bad: [
      [calib({ a: { scale: 1, offset: 3 } }), 2],
      [calib({ a: { scale: 1, offset: '0' } }), 2],
    ],
    good: [calib({ a: { scale: 1, offset: 0 } }), calib({ a: { scale: 1 } })],
  },
  'not-read-by-provider': {
    bad: [[onnxruntimeText.read(utf8Bytes('conv1 2.5\n')), null]],
    good: [cacheOf('a: 3c010a14')],
  },
};

for (const [rule, { bad, good }] of Object.entries(CASES) as [RuleId, Cases][]) {
  describe(`the rule ${rule}`, () => {
    bad.forEach(([document, line], i) =>
      it(`finds what breaks it (${i + 1})`, () => {
        const found = checkDocument(document).filter((item) => item.rule === rule);
        assert.deepEqual(
          found.map((item) => item.line),
          [line],
        );
        assert.equal(found[0]?.basis, RULES[rule].basis);
      }),
    );
    good.forEach((document, i) =>
      it(`finds nothing in what does not (${i + 1})`, () => {
        assert.deepEqual(
          checkDocument(document).filter((item) => item.rule === rule),
          [],
        );
      }),
    );
  });
}

describe('findings', () => {
  it('name entry and index', () => {
    const [found] = checkDocument(cacheOf('ok: 3c010a14', 'bad: 7f800000'));
    assert.deepEqual([found?.entry, found?.index, found?.line, found?.severity], ['bad', 1, 3, 'error']);
  });

  it('stand in the order of the file', () => {
    const lines = checkDocument(cacheOf('a: 7f800000', 'hello', 'b: 0', 'a: 3c010a14', 'c: c0')).map(
      ({ line }) => line,
    );
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    assert.equal(lines.length, 6);
  });

  it('can be turned off or to another severity, rule by rule', () => {
    const document = cacheOf('a: 7f800000', 'b: 0');
    const found = checkDocument(document, { 'zero-scale': 'off', 'non-finite-scale': 'info' });
    assert.deepEqual(
      found.map(({ rule, severity }) => [rule, severity]),
      [['non-finite-scale', 'info']],
    );
  });
});
