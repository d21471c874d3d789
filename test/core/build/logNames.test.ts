/** What TensorRT's build logs say about scales. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { buildIn } from '../../../src/core/build/index.js';
import { logIn } from '../../../src/core/build/log/logReader.js';

interface Said {
  ranges: readonly { name: string; low: number; high: number }[];
  missing: readonly string[];
  refused: boolean;
}

function readBuildLog(text: string): Said {
  const { ranges, missing, cache } = logIn(text) ?? assert.fail('no log');
  return { ranges, missing: missing.map(({ name }) => name), refused: cache.state === 'refused' };
}

const MISSING = 'expect fall back to non-int8 implementation for any layer consuming or producing given tensor';

const NAMES = [
  'X',
  'input_1:0',
  '(Unnamed Layer* 5) [Convolution]_output',
  'a, b',
  '/model.0/conv/Conv_output_0',
  'to [1,2]',
  'tensor for x to y',
  'größe',
  'ends with a dot.',
];

describe('a build log', () => {
  for (const name of NAMES) {
    it(`gives range and lack of "${name}"`, () => {
      const { ranges, missing, refused } = readBuildLog(
        [
          `[08/21/2023-15:24:59] [V] [TRT] Setting dynamic range for ${name} to [-1.00024,1.00024]`,
          `[08/21/2023-15:24:59] [W] [TRT] Missing scale and zero-point for tensor ${name}, ${MISSING}`,
        ].join('\n'),
      );
      assert.deepEqual(ranges, [{ name, low: -1.00024, high: 1.00024 }]);
      assert.deepEqual([missing, refused], [[name], false]);
    });
  }

  it('knows the words of other versions', () => {
    assert.deepEqual(
      readBuildLog('[TRT] Could not find scales for tensor (Unnamed Layer* 0) [Constant]_output.').missing,
      ['(Unnamed Layer* 0) [Constant]_output'],
    );
    assert.deepEqual(
      readBuildLog('WARNING: Missing scale and zero-point for tensor a, expect fallback to non-int8 implementation')
        .missing,
      ['a'],
    );
  });

  it('lists each name once; of several ranges the last holds', () => {
    const line = (range: string): string => `[V] [TRT] Setting dynamic range for a to [-${range},${range}]`;
    assert.deepEqual(readBuildLog([line('1'), line('2e-05')].join('\n')).ranges, [
      { name: 'a', low: -2e-5, high: 2e-5 },
    ]);
    const lack = `Missing scale and zero-point for tensor a, ${MISSING}`;
    assert.deepEqual(readBuildLog(`${lack}\n${lack}`).missing, ['a']);
  });

  it('may come in colours, with CRLF, in UTF-16', () => {
    const text = `\u001b[33m[W] [TRT] Missing scale and zero-point for tensor a, ${MISSING}\u001b[0m\r\n\u001b[33mCould not find scales for tensor b\u001b[0m\r\nSetting dynamic range for c to [-1,1]\r\n`;
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]),
    ]);
    for (const bytes of [utf8Bytes(text), utf16]) {
      const log = buildIn(bytes);
      assert.deepEqual(
        [log?.missing.map(({ name }) => name), log?.ranges],
        [['a', 'b'], [{ name: 'c', low: -1, high: 1 }]],
      );
    }
  });

  it('may tell no more than that the table was refused', () => {
    const text = 'noise\n[E] [TRT] Calibration table does not match calibrator algorithm type.\n';
    assert.deepEqual(readBuildLog(text), { ranges: [], missing: [], refused: true });
  });

  it('is nothing else: no other text, no network, no empty file', () => {
    for (const text of ['', 'hello\n', 'layer { name: "Setting dynamic range" }', 'a: 3c010a14']) {
      assert.equal(buildIn(utf8Bytes(text)), null);
    }
  });

  it('of a hundred thousand lines is read at once', () => {
    const text = Array.from(
      { length: 100_000 },
      (_, i) => `[08/21/2023-15:24:59] [V] [TRT] Setting dynamic range for layer${i}:0 to [-${i},${i}]`,
    ).join('\n');
    assert.equal(readBuildLog(text).ranges.length, 100_000);
  });
});
