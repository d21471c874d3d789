/** Files that a table is checked against or named by. Both throw NetworkError. */
import { readMeasure, type Measure } from '../../core/check/yardstick.js';
import { readNetwork } from '../../core/naming/networkKinds.js';
import type { Network } from '../../core/network/network.js';
import type { Source } from './source.js';

type File = Pick<Source, 'bytes' | 'label'>;

/** Reads a network. */
export function networkJob({ bytes, label }: File): Network {
  return readNetwork(bytes, label);
}

/** Reads a network, or what a build left. */
export function measureJob({ bytes, label }: File): Measure {
  return readMeasure(bytes, label);
}
