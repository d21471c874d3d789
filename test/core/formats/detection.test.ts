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

describe('detection of text that begins with a bracket', () => {
  itIs('foreign build-log', {
    "trtexec's with times":
      '[01/02/2024-10:00:00] [I] === Model Options ===\n[01/02/2024-10:00:00] [W] [TRT] Something\n',
    'one of severities alone': '[V] [TRT] Parsing node: conv1\n[I] [TRT] Done\n',
    'one of an old Python': '[TensorRT] VERBOSE: Applying generic optimizations\n',
    'one that begins with its command': '&&&& RUNNING TensorRT.trtexec [TensorRT v8601] # trtexec --int8\n',
    "DeepStream's": '0:00:01.5 1 0x55 WARN nvinfer\nWARNING: [TRT]: Missing scale and zero-point for tensor x\n',
  });
  itIs('foreign deepstream', { 'a configuration': '[property]\ngpu-id=0\nint8-calib-file=calib.table\n' });
  itIs('foreign text', {
    'other settings': '[section]\nkey=value\n',
    'a date': '[2022-11-08 06:01:58 WARNING] hello\n',
  });
  itIs('foreign json', {
    'a list of texts': '["a", "b"]',
    'a list of lists': '[\n [1], [2]]',
    'a list of nothing': '[]',
    'a number': '[NaN]',
  });
});

describe('detection of files longer than what it looks at', () => {
  const bodies = {
    'onnxruntime-json': [
      (n: number): string =>
        `{${' '.repeat(n)}${Array.from({ length: 4500 }, (_, i) => `"t${i}": [-1.5, 2.25]`).join(', ')}}`,
      (n: number): string =>
        `{"data": {${' '.repeat(n)}${Array.from({ length: 60 }, (_, i) => `"t${i}": {"lowest": {"data": -1.5}, "highest": {"data": 2}, "hist": {"data": [${'1, '.repeat(900)}1]}, "CLS": "TensorData"}`).join(', ')}}, "CLS": "TensorsData"}`,
    ],
    nvdla: [
      (n: number): string =>
        `{${' '.repeat(n)}${Array.from({ length: 2000 }, (_, i) => `"layer${i}": {"scale": 0.5, "min": 0, "max": 0, "offset": 0}`).join(',\n')}}`,
    ],
    tensorrt: [
      (n: number): string =>
        `${HEADER}\n${'x'.repeat(n)}${Array.from({ length: 5000 }, (_, i) => `t${i}: 3c010a14`).join('\n')}`,
    ],
    'tensorrt-ranges': [
      (n: number): string => `${'x'.repeat(n)}${Array.from({ length: 8000 }, (_, i) => `t${i}: 1.25`).join('\r\n')}`,
    ],
    'onnxruntime-text': [
      (n: number): string => `${'x'.repeat(n)}${Array.from({ length: 8000 }, (_, i) => `t${i} 1.25`).join('\n')}`,
    ],
    ncnn: [
      (n: number): string => `${'x'.repeat(n)}fc_param_0${' 12.5e-1'.repeat(12000)}\nfc 1.5\n`,
      (n: number): string =>
        `${'x'.repeat(n)}${Array.from({ length: 9000 }, (_, i) => `c${i}_param_0 1.5 2.5`).join('\n')}\n`,
    ],
    'tpu-mlir': [
      (n: number): string =>
        `# op_name    threshold    min    max\n${'x'.repeat(n)}${Array.from({ length: 5000 }, (_, i) => `t${i} 1.5 -1.5 1.5`).join('\n')}`,
    ],
    csv: [
      (n: number): string =>
        `name,scale\n${'x'.repeat(n)}${Array.from({ length: 6000 }, (_, i) => `t${i},0.015625`).join('\n')}`,
    ],
  };
  for (const [kind, makers] of Object.entries(bodies))
    it(`of ${kind} does not depend on where the first 64 KiB end`, function () {
      this.timeout(120_000);
      for (const make of makers)
        // Each step moves the cut by one byte, over more than one whole entry.
        for (let moved = 1; moved <= 70; moved++) {
          const text = make(moved);
          assert.ok(text.length > 66_000);
          assert.equal(kindOf(text, 'table.dat'), kind, `cut at ${JSON.stringify(text.slice(65526, 65536))}`);
        }
    });
});

describe('detection of a plain text with blanks in its names', () => {
  itIs('onnxruntime-text', {
    "TensorRT's names": 'data 2.64\n(Unnamed Layer* 0) [Convolution]_output 1.5\n446 copy 3.25\n',
    'any words, under its own file name': 'my input 2.64\nthe second one 1e-3\n3 words here 1.5\n',
  });

  it('is not one of prose under another name', () =>
    assert.equal(kindOf('mean loss 0.5\nmax loss 2.0\n', 'report.txt'), 'foreign text'));
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
