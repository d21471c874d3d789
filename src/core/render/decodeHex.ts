/** Float32 bit patterns in any text: a log, a terminal, an issue. */
import { bitsToFloat, bitsToHex, floatKind, swapBytes } from '../bytes/float32.js';
import { dynamicRange } from '../table/quantization.js';

/** One pattern, and what it would be. */
export interface Decoded {
  readonly hex: string;
  readonly scale: number;
  readonly range: number;
  readonly kind: ReturnType<typeof floatKind>;
  /** Sign, exponent (a power of two) and the 23 digits behind the point. */
  readonly bits: { readonly sign: 0 | 1; readonly exponent: number; readonly fraction: string };
  /** The value of the same bytes in reverse order, where that is the likelier one. */
  readonly reversed: number | null;
}

/** A longer text is no selection of a few numbers. */
const MOST = 200;
/** Eight digits by themselves; `0x` may stand before them. */
const PATTERN = /(?<![\da-z])(?:0x)?([\da-f]{8})(?![\da-z])/gi;

/** The patterns of a text, the first ones, each once. */
export function decodeHex(text: string): Decoded[] {
  const found = new Set<number>();
  for (const [, digits = ''] of text.matchAll(PATTERN)) {
    found.add(Number.parseInt(digits, 16));
    if (found.size === MOST) break;
  }
  return [...found].map(decoded);
}

function decoded(bits: number): Decoded {
  const scale = bitsToFloat(bits);
  const other = bitsToFloat(swapBytes(bits));
  const biased = (bits >>> 23) & 0xff;
  return {
    hex: bitsToHex(bits),
    scale,
    range: dynamicRange(scale),
    kind: floatKind(bits),
    bits: {
      sign: bits >>> 31 === 1 ? 1 : 0,
      exponent: biased === 0 ? -126 : biased - 127,
      fraction: (bits & 0x7fffff).toString(2).padStart(23, '0'),
    },
    reversed: !isUsual(scale) && isUsual(other) ? other : null,
  };
}

/** What scales of real tensors are. */
function isUsual(scale: number): boolean {
  return scale > 1e-7 && scale < 1e4;
}
