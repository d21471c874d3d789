/** PNG and JPEG pictures as red, green and blue, 0 to 255. Sizes are checked before anything is unpacked. */
import { decode as decodePng, type DecodedPng } from 'fast-png';
import { Unzlib } from 'fflate';
import { decode as decodeJpeg } from 'jpeg-js';
import { beginsWith, byteText } from '../bytes/bytes.js';
import { TensorError } from './tensor.js';
import { t } from '../texts/translate.js';
import { messageOf } from '../texts/messageOf.js';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three numbers a pixel, row by row. */
  readonly rgb: Float32Array;
}

/** Larger pictures are refused: 32 million pixels take 384 MB as floats. */
const MOST_PIXELS = 32 * 1024 ** 2;
const MOST_JPEG_MB = 1024;

/** Reads a picture. Throws {@link TensorError}. */
export function readPicture(bytes: Uint8Array): Picture {
  try {
    if (beginsWith(bytes, '\x89PNG')) return readPng(bytes);
    if (beginsWith(bytes, '\xff\xd8')) return readJpeg(bytes);
  } catch (error) {
    if (error instanceof TensorError) throw error;
    throw new TensorError(t`the picture can't be read: ${messageOf(error)}.`);
  }
  throw new TensorError(t`it is neither a PNG nor a JPEG picture.`);
}

function readJpeg(bytes: Uint8Array): Picture {
  checkJpeg(bytes);
  const { width, height, data } = decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: MOST_PIXELS / 1e6,
    maxMemoryUsageInMB: MOST_JPEG_MB,
  });
  return { width, height, rgb: Float32Array.from(data) };
}

function readPng(bytes: Uint8Array): Picture {
  checkPng(bytes);
  const { width, height, channels, depth, data, palette } = decodePng(bytes);
  const rgb = new Float32Array(width * height * 3);
  const sample = sampler({ width, channels, depth, data });
  const scale = palette ? 1 : 255 / (2 ** depth - 1);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = palette?.[sample(x, y, 0)];
      for (let channel = 0; channel < 3; channel++)
        rgb[to++] = colour ? (colour[channel] ?? 0) : sample(x, y, channels < 3 ? 0 : channel) * scale;
    }
  }
  return { width, height, rgb };
}

/** Samples of fewer than 8 bits are packed, each row from a byte of its own on. */
function sampler({ width, channels, depth, data }: Pick<DecodedPng, 'width' | 'channels' | 'depth' | 'data'>) {
  if (depth >= 8)
    return (x: number, y: number, channel: number): number => data[(y * width + x) * channels + channel] ?? 0;
  const rowBytes = Math.ceil((width * depth) / 8);
  return (x: number, y: number): number => {
    const bit = x * depth;
    return ((data[y * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
}

/** Refuses what unpacks to more than its head says, and what is unpacked without need (colour profiles). */
function checkPng(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new TensorError(t`the picture breaks off.`);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width * height > MOST_PIXELS || width * height === 0)
    throw new TensorError(t`the picture has ${width}x${height} pixels; up to ${MOST_PIXELS} are read.`);
  const [depth, channels] = [bytes[24] ?? 0, CHANNELS[bytes[25] ?? -1]];
  if (channels === undefined || !DEPTHS.has(depth)) throw new TensorError(t`it is no PNG that can be read.`);
  // For each row (of seven passes, interlaced) there is a byte more.
  const least = (width * height * depth * channels) / 8;
  const most = least + height * 14 + 64;
  let unpacked = 0;
  const inflate = new Unzlib((chunk) => {
    unpacked += chunk.length;
    if (unpacked > most) throw new TensorError(t`the picture unpacks to more than ${width}x${height} pixels.`);
  });
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const kind = byteText(bytes.subarray(at + 4, at + 8), false);
    if (kind === 'iCCP' && length > MOST_PROFILE) throw new TensorError(t`its colour profile is too large.`);
    // A chunk may say that it is as long as four gigabytes.
    const end = Math.min(at + 8 + length, bytes.length);
    for (let from = at + 8; kind === 'IDAT' && from < end; from += PART)
      inflate.push(bytes.subarray(from, Math.min(from + PART, end)));
    if (kind === 'IEND') break;
    at += 12 + length;
  }
  // Decoding takes the time and the memory of all its pixels, also of those that are not there.
  if (unpacked < least) throw new TensorError(t`the picture breaks off.`);
}

/** Refuses what has too few bytes for the pixels that it says to have: all of them would be decoded, to nothing. */
function checkJpeg(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === START_OF_SCAN) return;
    if (!FRAMES.has(marker)) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (bytes.length * PIXELS_A_BYTE < width * height) throw new TensorError(t`the picture breaks off.`);
  }
}

const START_OF_SCAN = 0xda;
/** Heads of the frames that are decoded: baseline, extended, progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** A block of 8x8 pixels takes two bits at least: one that it is as bright as the last, one that it is even. */
const PIXELS_A_BYTE = 256;

/** Bits a sample that PNG has. */
const DEPTHS = new Set([1, 2, 4, 8, 16]);
/** Samples a pixel by PNG's colour types. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Bytes that are unpacked at a time while counting: each makes at most 1032. */
const PART = 1 << 14;
/** A packed colour profile: real ones have a few thousand bytes. */
const MOST_PROFILE = 1 << 16;
