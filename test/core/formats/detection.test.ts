import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { detect } from '../../../src/core/formats/index.js';
import { HEADER } from '../support/tables.js';

/** What detection calls these bytes: a format, or the kind of a file that is none. */
function kindOf(content: string | Uint8Array, name = 'calibration.cache'): string {
  const detection = detect(typeof content === 'string' ? utf8Bytes(content) : content, name);
  return detection.kind === 'table' ? detection.format.id : `foreign ${detection.foreign.id}`;
}

function itIs(kind: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [what, content] of Object.entries(files)) {
    it(`knows ${what}`, () => assert.equal(kindOf(content), kind));
  }
}

describe('detection of a TensorRT cache', () => {
  itIs('tensorrt', {
    'one with a header': `${HEADER}\ndata: 3c010a14\n`,
    'a header alone': `${HEADER}\n`,
    'a header and nothing that reads': `${HEADER}\n???\n???\n`,
    'a mark and CRLF': `\ufeff${HEADER}\r\ndata: 3c010a14\r\n`,
    'a header below blank lines': `\n\n${HEADER}\ndata: 3c010a14\n`,
    'a header that is no version': 'TRT-8XXX-EntropyCalibration2 \ndata: 3c010a14\n',
    'a header of just 1': '1\ndata: 3c010a14\nconv1: 3c55b689\n',
    'a legacy header': '0 3ff0000000000000 3fefffeb074a771d\ndata: 3c010a14\n',
    'a legacy header without spaces': '03ff00000000000003fefffeb074a771d\ndata: 3c010a14\n',
    'no header at all': 'data: 3c010a14\nconv1: 3c55b689\nprob: 3c010a14\n',
    'no header, and bare zeros': 'data: 3c010a14\nconv1: 3c55b689\nbias: 0\nprob: 3c010a14\n',
    'a header of someone else': 'my calibration\ndata: 3c010a14\nconv1: 3c55b689\nprob: 3c010a14\n',
    'names with colons': 'input_1:0: 3c010a14\nconv:1: 3c55b689\n',
  });

  it('needs no known file name', () => assert.equal(kindOf(`${HEADER}\ndata: 3c010a14\n`, 'whatever.xyz'), 'tensorrt'));
});

describe('detection of an NVDLA table', () => {
  itIs('nvdla', {
    'a usual one': '{ "data": { "scale": 0.1, "min": 0, "max": 0, "offset": 0 } }',
    'one with min and max only': '{ "data": { "min": -1, "max": 1 } }',
    'one with a mark': '\ufeff{ "data": { "scale": 0.1 } }',
    'one with a few entries that are broken': '{ "a": { "scale": 0.1 }, "b": { "scale": "x" }, "c": 5 }',
    'one that was cut off': '{ "a": { "scale": 0.1 }, "b": { "sca',
    'one with empty entries among good ones': '{ "a": { "scale": 0.1 }, "b": {} }',
  });

  it('knows one whose first 64 KiB do not hold it whole', () => {
    const members = Array.from(
      { length: 3000 },
      (_, i) => `"layer${i}": { "scale": 0.1, "min": 0, "max": 0, "offset": 0 }`,
    );
    assert.equal(kindOf(`{${members.join(',\n')}}`, 'calib.json'), 'nvdla');
  });
});

describe('detection of other tables', () => {
  itIs('onnxruntime-text', { 'names and decimals with a space': 'data 2.64\nconv1 1.5\n' });
  itIs('onnxruntime-json', {
    'pairs of lowest and highest': '{ "data": [-2.1, 2.64], "conv1": [0, 1.5] }',
    'tagged objects': '{ "data": { "CLS": "TensorData", "lowest": 1, "highest": 2 } }',
  });
  itIs('tensorrt-ranges', { 'names and decimals with a colon': 'data:2.64\nconv1: 1.5\n' });
  itIs('ncnn', { 'weights and activations': 'conv1_param_0 1.5 2.5 3.5\nconv1 48.2\n' });
  itIs('tpu-mlir', {
    'a comment header':
      '# generated time: now\n# op_name    threshold    min    max\ndata 1.0000000 -1.0000000 1.0000000\n',
  });
});

describe('detection of files that only share the name', () => {
  itIs('foreign camera-calibration', {
    KITTI:
      'P0: 7.215377e+02 0.0 6.095593e+02 0.0\nP1: 7.215377e+02 0.0 6.095593e+02 -3.8e+02\nR0_rect: 9.99e-01 9.8e-03 -7.4e-03\n',
    'OpenCV JSON': '{ "camera_matrix": [[1, 0], [0, 1]], "distortion_coefficients": [0.1] }',
    'nested camera JSON': '{ "left": { "fx": 800.1, "fy": 800.2, "cx": 320, "cy": 240 } }',
    'settings that look like hex': 'image_width: 640\nimage_height: 480\nfx: 805\nfy: 806\n',
  });
  itIs('foreign json', {
    'font hashes': '{"fonts/msyh":"791689b0194242f57e4cca219b","fonts/arial":"00112233445566"}',
    'a list': '[1, 2, 3]',
    'an empty object': '{}',
    'scales beside much else': '{ "a": { "scale": 1, "colour": "red" }, "b": { "scale": 2, "shape": [1] } }',
  });
  itIs('foreign qmake', { 'a qmake cache': 'CONFIG += done_config_SL\nCONFIG += done_config_EGL\n' });
  itIs('foreign autoconf', {
    'a config.cache':
      '# This file is a shell script that caches the results of configure\nac_cv_c_compiler_gnu=${ac_cv_c_compiler_gnu=yes}\n',
  });
  itIs('foreign git-lfs', {
    'a pointer': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n',
  });
  itIs('foreign symlink-path', { 'a path': '/opt/models/cal_trt.bin', 'a relative path': '../models/cal.cache\n' });
  itIs('foreign empty', { 'no byte': '', 'blank lines': ' \n\n', 'a mark alone': '\ufeff' });
  itIs('foreign utf-16', {
    'little-endian': Buffer.from(`\ufeff${HEADER}\ndata: 3c010a14\n`, 'utf16le'),
    'big-endian': Buffer.from(`\ufeff${HEADER}\n`, 'utf16le').swap16(),
  });
  itIs('foreign timing-cache', {
    "TensorRT's": Buffer.from([0x70, 0x74, 0x72, 0x74, 0x2b, 0, 0, 0, 1, 0, 0x43, 0x88]),
  });
  itIs('foreign label-cache', {
    zip: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 8, 0, 0, 0, 0]),
    pickle: Buffer.from([0x80, 4, 0x95, 0x2a, 0, 0, 0, 0, 0, 0, 0, 0x7d, 0x94]),
    NumPy: Buffer.concat([Buffer.from([0x93]), Buffer.from('NUMPY'), Buffer.from([1, 0, 0x76, 0])]),
  });
  itIs('foreign binary', { 'other bytes': Buffer.from([1, 2, 3, 0, 255, 254, 0, 0, 9]) });
  itIs('foreign text', {
    prose: 'Hello, world.\nThis is text.\n',
    'key and short number': 'width: 640\nheight: 480\n',
    'a prototxt': 'name: "LeNet"\nlayer {\n  name: "data"\n}\n',
    'a header of just 1 without entries': '1\nhello\nworld\n',
  });

  it('says of each what it is, and whether a text editor can show it', () => {
    const text = detect(utf8Bytes('hello'), 'a.cache');
    const binary = detect(Buffer.from([0, 1, 2]), 'a.cache');
    assert.ok(text.kind === 'foreign' && text.foreign.text && text.foreign.label !== '' && text.foreign.hint !== '');
    assert.ok(binary.kind === 'foreign' && !binary.foreign.text);
  });
});
