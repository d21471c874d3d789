/** What the reader of a table asks for, by a network. */
import type { Calibrated } from '../network/network.js';
import type { Naming } from './match.js';
import type { TensorMatch } from './namePairing.js';

/** A tensor or a layer that a scale is asked for, and the table's entry for it. */
export interface Asked {
  readonly name: string;
  readonly match: TensorMatch | null;
  /** The network's word for a layer's type; TensorRT's for that of a tensor's. */
  readonly type: string | null;
  /** Set where the tensor holds no floating-point numbers, so that it is no loss when there is no entry. */
  readonly calibrated: Calibrated | null;
}

/** All that a table kept by tensor, or by layer, is asked for, in the order of the network. */
export function askedOf({ names, matches }: Naming, keyedBy: 'tensor' | 'layer'): Asked[] {
  const { tensors, entries } = names;
  if (keyedBy === 'tensor')
    return tensors.map(({ name, type, calibrated = null }, i) => ({
      name,
      type,
      calibrated,
      match: matches[i] ?? null,
    }));
  return entries.map(({ name, layerType, tensor }, i) => ({
    name,
    type: layerType,
    calibrated: tensors[tensor ?? -1]?.calibrated ?? null,
    match: matches[i] ?? null,
  }));
}

/** False for what has no entry and needs none. */
export function isNeeded({ match, calibrated }: Asked): boolean {
  return match !== null || calibrated === null;
}
