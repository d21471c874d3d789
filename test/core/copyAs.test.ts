import assert from 'node:assert/strict';
import { COPY_FORMATS } from '../../src/core/answers/copyAs.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { decodeHex } from '../../src/core/render/decodeHex.js';

const { table } = tensorrt.read(
  new TextEncoder().encode('TRT-8601-EntropyCalibration2\nconv1: 3c010204\n"odd" \\ name: 3f800000\nbad: 7f800000\n'),
);
const text = (id: string, ...entries: number[]): string =>
  COPY_FORMATS.find((format) => format.id === id)?.text(table, entries) ?? '';

describe('copying entries as', () => {
  it('lines, JSON and Markdown keeps every digit', () => {
    assert.equal(text('hex', 0, 2), 'conv1: 3c010204\nbad: 7f800000\n');
    assert.deepEqual(JSON.parse(text('json', 0)), {
      conv1: { scale: 0.007874015718698502, dynamicRange: 0.9999999962747097 },
    });
    assert.match(text('markdown', 0), /^\| index \| name .*\n\|.*\n\| 0 \| conv1 \|.*0\.007874015718698502.*\n$/);
  });

  it('calls of TensorRT leaves out what is no number, and quotes names', () => {
    const python = text('python', 0, 1, 2);
    assert.match(python, /^tensors\["conv1"\]\.set_dynamic_range\(-0\.9999999962747097, 0\.9999999962747097\)$/m);
    assert.match(python, /^tensors\["\\"odd\\" \\\\ name"\]\.set_dynamic_range\(-127, 127\)$/m);
    assert.doesNotMatch(python, /bad/);
    assert.match(text('cpp', 1), /setDynamicRange\(-127\.0f, 127\.0f\);$/m);
    assert.match(text('cpp', 0), /setDynamicRange\(-1\.0f, 1\.0f\);|setDynamicRange\(-0\.9{6,}\d*f, 0\.9{6,}\d*f\);/);
  });

  it('an option of trtexec names them as layers', () => {
    assert.match(text('layerPrecisions', 0), /--layerPrecisions=.*conv1/);
  });
});

describe('decoding hex', () => {
  it('finds float32 patterns in any text, each once', () => {
    const found = decodeHex('[TRT] conv1: 3c010a14, again 0x3C010A14, and 3f800000 in deadbeefcafe or 3c010a14g');
    assert.deepEqual(
      found.map(({ hex, scale }) => [hex, scale]),
      [
        ['3c010a14', 0.007875937968492508],
        ['3f800000', 1],
      ],
    );
    assert.deepEqual(found[1]?.bits, { sign: 0, exponent: 0, fraction: '0'.repeat(23) });
    assert.equal(found[1]?.range, 127);
  });

  it('sees bytes in reverse order, and numbers that are none', () => {
    const [swapped, infinite] = decodeHex('140a013c 7f800000');
    assert.equal(swapped?.reversed, 0.007875937968492508);
    assert.equal(infinite?.kind, 'infinite');
    assert.deepEqual(decodeHex('conv1 12345 nothing'), []);
  });
});
