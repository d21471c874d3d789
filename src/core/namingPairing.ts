/** What rules alone have paired of a table and a network, and what they have left. */
import type { TensorMatch } from './naming.js';
import type { NumberedEntry } from './namingDrift.js';
import type { NetworkTensor } from './network/names.js';

/** What a table says about a network, as far as rules have paired them. */
export interface Pairing {
  readonly entryCount: number;
  readonly numbered: readonly NumberedEntry[];
  readonly tensors: readonly NetworkTensor[];
  readonly matches: readonly (TensorMatch | null)[];
}

/** Names that only the table has (by entry), or only the network (by tensor). */
export function strangers({ entryCount, numbered, tensors, matches }: Pairing): {
  entries: number[];
  missing: number[];
} {
  const known = new Set([...numbered.map(({ entry }) => entry), ...matches.flatMap((match) => match?.entry ?? [])]);
  const entries = Array.from({ length: entryCount }, (_, entry) => entry).filter((entry) => !known.has(entry));
  return { entries, missing: tensors.flatMap(({ named }, i) => (named && !matches[i] ? [i] : [])) };
}

/** Which tensors a table may lack: constants, which have no activations to calibrate, if it leaves out all of them. */
export function absence(numbered: readonly NumberedEntry[]): (tensor: NetworkTensor) => boolean {
  const hasConstants = numbered.some(({ type }) => type === 'Constant');
  return ({ type }) => type === 'Constant' && !hasConstants;
}
