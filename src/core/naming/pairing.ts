/** What rules alone have paired of a table and a network, and what they have left. */
import type { NetworkTensor } from './networkNames.js';

/** How a tensor's entry was found. */
export type NamingRule =
  /** The table has the tensor's own name. */
  | 'name'
  /** `(Unnamed Layer* i)`, and the layer at i is unnamed and of that type. */
  | 'number'
  /** The same after a shift of the numbers that makes all types agree. */
  | 'shifted number'
  /** The k-th unnamed entry of a type with the k-th tensor of it that has no entry (ONNX). */
  | 'type and order'
  /** The user paired them. */
  | 'by hand';

export interface TensorMatch {
  readonly entry: number;
  readonly rule: NamingRule;
  /** Why this could be wrong, or null when the rule leaves no doubt. */
  readonly doubt: string | null;
}

export interface NumberedEntry {
  readonly entry: number;
  readonly number: number;
  readonly type: string;
  /** What follows the type: tells the outputs of one layer apart. */
  readonly suffix: string;
}

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
