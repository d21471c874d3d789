import assert from 'node:assert/strict';
import { encode as encodePng } from 'fast-png';
import { zlibSync } from 'fflate';
import { encode as encodeJpeg } from 'jpeg-js';
import { readPicture } from '../../../src/core/tensors/picture.js';
import { parsePreprocessing, preprocessed } from '../../../src/core/tensors/preprocess.js';
import { TensorError } from '../../../src/core/tensors/tensor.js';

const refused = (pattern: RegExp) => (error: unknown) => error instanceof TensorError && pattern.test(error.message);
const rgb = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30);
const picture = { width: 2, height: 2, rgb: Float32Array.from(rgb) };

describe('pictures', () => {
  it('are read as red, green and blue, whatever a PNG keeps', () => {
    assert.deepEqual(readPicture(encodePng({ width: 2, height: 2, data: rgb, channels: 3 })), picture);
    const rgba = Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 10, 20, 30, 9);
    assert.deepEqual(readPicture(encodePng({ width: 2, height: 2, data: rgba, channels: 4 })), picture);
    const deep = Uint16Array.from(rgb, (value) => value * 257);
    assert.deepEqual(readPicture(encodePng({ width: 2, height: 2, data: deep, channels: 3, depth: 16 })), picture);
    const grey = readPicture(encodePng({ width: 2, height: 1, data: Uint8Array.of(7, 8), channels: 1 }));
    assert.deepEqual(grey.rgb, Float32Array.of(7, 7, 7, 8, 8, 8));
  });

  it('are read from a PNG with a palette of two bits', () => {
    const rows = Uint8Array.of(0, 0b00011011);
    const palette = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    const file = pngOf(
      4,
      1,
      [2, 3],
      [
        ['PLTE', palette],
        ['IDAT', zlibSync(rows)],
      ],
    );
    assert.deepEqual(readPicture(file).rgb, Float32Array.from(palette));
  });

  it('are read from a JPEG', () => {
    const data = new Uint8Array(16 * 16 * 4).map((_, i) => (i % 4 === 0 ? 200 : 40));
    const {
      width,
      height,
      rgb: values,
    } = readPicture(new Uint8Array(encodeJpeg({ width: 16, height: 16, data }, 95).data));
    assert.deepEqual([width, height, values.length], [16, 16, 768]);
    assert.ok(Math.abs((values[0] ?? 0) - 200) < 4 && Math.abs((values[1] ?? 0) - 40) < 4);
  });

  it('are refused at once when a part says that it is four gigabytes long', function () {
    this.timeout(5000);
    const head = '89504e470d0a1a0a0000000d494844520000000800000004080000000096a621ff';
    const lying = Buffer.from(`${head}ffffffff49444154785e636050f5ca9fb2f31e3383866fd1`, 'hex');
    assert.throws(() => readPicture(lying), refused(/breaks off/));
  });

  it('are refused when they are too large, or unpack to more than they say', () => {
    assert.throws(() => readPicture(pngOf(100_000, 100_000, [8, 2], [])), refused(/100000x100000 pixels/));
    const bomb = pngOf(2, 2, [8, 2], [['IDAT', zlibSync(new Uint8Array(50_000_000))]]);
    assert.throws(() => readPicture(bomb), refused(/unpacks to more than 2x2/));
    assert.throws(() => readPicture(Uint8Array.of(0xff, 0xd8, 0xff)), refused(/can't be read/));
    assert.throws(() => readPicture(Uint8Array.of(1, 2)), refused(/neither/));
    assert.throws(
      () => readPicture(pngOf(5000, 5000, [8, 2], [['IDAT', zlibSync(new Uint8Array(9))]])),
      refused(/breaks off/),
    );
    assert.throws(
      () => readPicture(pngOf(5000, 5000, [0, 2], [['IDAT', zlibSync(new Uint8Array(9))]])),
      refused(/no PNG/),
    );
    assert.throws(
      () => readPicture(pngOf(5000, 5000, [8, 1], [['IDAT', zlibSync(new Uint8Array(9))]])),
      refused(/no PNG/),
    );
    const large = new Uint8Array(encodeJpeg({ width: 16, height: 16, data: new Uint8Array(16 * 16 * 4) }, 95).data);
    const head = large.findIndex((byte, at) => byte === 0xff && large[at + 1] === 0xc0);
    large.set([0x15, 0, 0x15, 0], head + 5);
    assert.throws(() => readPicture(large), refused(/breaks off/));
    const cut = encodePng({ width: 2, height: 2, data: rgb, channels: 3 }).subarray(0, 50);
    assert.throws(() => readPicture(cut), refused(/breaks off/));
  });
});

describe('the preprocessing line', () => {
  const made = (line: string, channels: 1 | 3 = 3) => preprocessed(picture, parsePreprocessing(line), 'nchw', channels);

  it('is done in its order', () => {
    const planes = made('div=255').data;
    assert.deepEqual(
      planes,
      Float32Array.from([255, 0, 0, 10, 0, 255, 0, 20, 0, 0, 255, 30], (x) => x / 255),
    );
    assert.deepEqual(
      made('sub=1/2/3,div=2,nhwc').data,
      Float32Array.from(rgb, (x, i) => (x - ((i % 3) + 1)) / 2),
    );
    assert.deepEqual(made('bgr,nhwc').data.slice(9), Float32Array.of(30, 20, 10));
    assert.deepEqual(made('rgb,nhwc').dims, [1, 2, 2, 3]);
    assert.deepEqual(made('rgb', 1).dims, [1, 1, 2, 2]);
  });

  it('knows what usual trainings do', () => {
    const [red = 0] = made('torchvision').data as Float32Array;
    assert.ok(Math.abs(red - (1 - 0.485) / 0.229) < 1e-6);
    assert.equal(made('plusminus1').data[0], 1);
    assert.equal(made('caffe').data[0], Math.fround(0 - 103.939));
  });

  it('makes pictures larger, smaller, or takes their middle', () => {
    assert.deepEqual(made('resize=1x1').data, Float32Array.of(66.25, 68.75, 71.25));
    assert.deepEqual(made('resize=4x2').data.slice(0, 4), Float32Array.of(255, 191.25, 63.75, 0));
    assert.deepEqual(made('crop=1x1').data, Float32Array.of(255, 0, 0));
    assert.throws(() => made('crop=3x1'), refused(/crop=3x1.*2x2/));
  });

  it('is refused with the step that is none', () => {
    for (const line of ['resize=0x4', 'resize=4', 'div=0', 'sub=1/2', 'mean=4', 'div=', 'rgb=1'])
      assert.throws(() => parsePreprocessing(`rgb,${line}`), refused(new RegExp(`^"${line}"`)));
    assert.throws(() => parsePreprocessing(' , '), refused(/empty/));
  });
});

/** A PNG of these chunks, without its checksums. */
function pngOf(
  width: number,
  height: number,
  [depth, colour]: [number, number],
  chunks: [string, Uint8Array][],
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour], 8);
  const parts = ([['IHDR', head], ...chunks, ['IEND', new Uint8Array()]] as [string, Uint8Array][]).map(
    ([name, data]) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
    },
  );
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]));
}
