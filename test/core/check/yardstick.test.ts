import assert from 'node:assert/strict';
import { readYardstick } from '../../../src/core/check/yardstick.js';
import { formatById } from '../../../src/core/formats/index.js';
import { NetworkError } from '../../../src/core/network/network.js';

const LOG = [
  '[V] [TRT] Setting dynamic range for a to [-127,127]',
  '[W] [TRT] Missing scale and zero-point for tensor z, expect fall back to non-int8 implementation',
].join('\r\n');
const NETWORK = 'name: "n"\ninput: "a"\nlayer { name: "c" type: "Convolution" bottom: "a" top: "z" }\n';
const TABLE = formatById('tensorrt').read(utf8('TRT-8601-EntropyCalibration2\na: 3f800000\nstray: 3f800000\n'));

/** The encodings of Windows' own tools, beside UTF-8 with and without its mark. */
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with a byte order mark': (text) => utf8(`\ufeff${text}`),
  'little-endian UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'big-endian UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

describe('a yardstick', () => {
  for (const [encoding, encode] of Object.entries(ENCODINGS))
    for (const [kind, text, file] of [
      ['a build log', LOG, 'build.log'],
      ['a build log of any name', LOG, 'output'],
      ['a network', NETWORK, 'net.prototxt'],
    ] as const)
      it(`is ${kind} in ${encoding}`, () => {
        const yardstick = readYardstick(encode(text), file);
        const { missing, unknown } = yardstick.check(TABLE);
        assert.deepEqual([yardstick.label, missing, unknown], [file, ['z'], ['stray']]);
        assert.equal(yardstick.network?.kind ?? 'log', text === LOG ? 'log' : 'caffe');
      });

  it('is a network by its name, whatever its comments say', () => {
    const yardstick = readYardstick(utf8(`# ${LOG.split('\r\n')[0] ?? ''}\n${NETWORK}`), 'net.prototxt');
    assert.equal(yardstick.network?.kind, 'caffe');
  });

  it('says what else it could have been', () => {
    assert.throws(
      () => readYardstick(utf8('hello'), 'notes.txt'),
      (error) => error instanceof NetworkError && /^notes\.txt: .*Nor is it the log of a build/.test(error.message),
    );
    assert.throws(
      () => readYardstick(utf8('hello'), 'net.prototxt'),
      ({ message }: Error) => !/log of a build/.test(message),
    );
  });
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
