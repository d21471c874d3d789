import { bitsToHex, floatToBits } from '../../src/core/bytes/float32.js';
import type { Random } from './random.js';

/** A line of a table to be: a name and the scale that stands there. */
export interface Tensor {
  readonly name: string;
  readonly scale: number;
}

/** The scale of an image with values from 0 to 1 or -1 to 1. */
export const INPUT_SCALE = 1 / 127;

/** What TensorRT's entropy calibrator finds for softmax and sigmoid: 3c010a14, slightly more than 1/127. */
export const PROBABILITY_SCALE = 0.007875937968492508;

/** A TensorRT calibration cache. */
export function cacheText(header: string, tensors: readonly Tensor[]): string {
  const lines = tensors.map(({ name, scale }) => `${name}: ${bitsToHex(floatToBits(scale))}`);
  return [header, ...lines, ''].join('\n');
}

/** An NVDLA calibration table, laid out as NVIDIA's script does. */
export function nvdlaText(tensors: readonly Tensor[]): string {
  const members = tensors.map(
    ({ name, scale }) =>
      `    ${JSON.stringify(name)}: {\n        "scale": ${Math.fround(scale)},\n        "min": 0,\n        "max": 0,\n        "offset": 0\n    }`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

/**
 * The scales of another calibration of the same network: many stay, most others move a little, a few a lot.
 * Equal scales stay equal, as those of a pooling layer and its input do.
 */
export function recalibrated(scales: readonly number[], random: Random): number[] {
  const moved = new Map<number, number>([
    [INPUT_SCALE, INPUT_SCALE],
    [PROBABILITY_SCALE, PROBABILITY_SCALE],
  ]);
  return scales.map((scale) => {
    const known = moved.get(scale);
    if (known !== undefined) return known;
    const next = scale * jitter(random);
    moved.set(scale, next);
    return next;
  });
}

function jitter(random: Random): number {
  if (random.chance(0.4)) return 1;
  return random.chance(0.9) ? random.logNormal(1, 0.01) : random.logNormal(1, 0.5);
}
