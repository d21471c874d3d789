/** Files from which inputs are made: the samples, cut to a size at which thousands of inputs take seconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '../support/paths.js';

const MOST_BYTES = 3000;

/** Every sample whose path matches. */
export function samplesLike(pattern: RegExp): Uint8Array[] {
  const paths = readdirSync(samples, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => new Uint8Array(readFileSync(join(samples, path)).subarray(0, MOST_BYTES)));
}

export function textSeed(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
