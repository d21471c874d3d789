import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '../../support/paths.js';

/** Files of the samples that tests open. */
export const CACHE = 'resnet34/resnet34-trt7203.cache';
export const NVDLA = 'resnet34/resnet34-calib.json';

/** The text of a sample, as it is before any test. */
export function sampleText(path: string): string {
  return readFileSync(join(samples, path), 'utf8');
}

/** A TensorRT cache of so many entries, `layer_0` and so on. */
export function manyEntries(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `layer_${index}/conv: ${(0x3c000000 + index * 64).toString(16)}\n`,
  );
  return `TRT-8601-EntropyCalibration2\n${lines.join('')}`;
}
