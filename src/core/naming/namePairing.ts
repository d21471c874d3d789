/** What has been paired of a table and a network so far. Stages take one and return one; nothing else changes it. */
import { unnamedLayer } from '../table/entryNames.js';
import type { NetworkNames, NetworkTensor } from './networkNames.js';

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

/** An entry named `(Unnamed Layer* i) [Type]…` that no tensor's own name claims. */
export interface NumberedEntry {
  readonly entry: number;
  readonly number: number;
  readonly type: string;
  /** What follows the type: tells the outputs of one layer apart. */
  readonly suffix: string;
}

/** What a table says about a network, as far as rules have paired them. */
export interface NamePairing {
  readonly entryNames: readonly string[];
  readonly numbered: readonly NumberedEntry[];
  readonly tensors: readonly NetworkTensor[];
  /** For each tensor: its entry, or null. */
  readonly matches: readonly (TensorMatch | null)[];
  /** Sentences on where the table's numbers have moved against the network's. */
  readonly shifts: readonly string[];
}

/** One rule of pairing, or of doubting what was paired. */
export type PairingStage = (pairing: NamePairing) => NamePairing;

/** The pairing before any rule: nothing is matched. */
export function nothingPaired(entryNames: readonly string[], { tensors }: NetworkNames): NamePairing {
  const own = new Set(tensors.filter(({ named }) => named).map(({ name }) => name));
  const numbered = entryNames.flatMap((name, entry): NumberedEntry[] => {
    const layer = unnamedLayer(name);
    return layer && !own.has(name) ? [{ entry, ...layer, suffix: name.slice(name.indexOf(']')) }] : [];
  });
  return { entryNames, numbered, tensors, matches: tensors.map(() => null), shifts: [] };
}

/** The pairing with further matches, by tensor. */
export function withMatches(pairing: NamePairing, found: ReadonlyMap<number, TensorMatch>): NamePairing {
  return { ...pairing, matches: pairing.matches.map((match, tensor) => found.get(tensor) ?? match) };
}

/** Names that only the table has (by entry), or only the network (by tensor). */
export function strangers({ entryNames, numbered, tensors, matches }: NamePairing): {
  entries: number[];
  missing: number[];
} {
  const known = new Set([...numbered.map(({ entry }) => entry), ...matches.flatMap((match) => match?.entry ?? [])]);
  const entries = entryNames.flatMap((_, entry) => (known.has(entry) ? [] : [entry]));
  return { entries, missing: tensors.flatMap(({ named }, i) => (named && !matches[i] ? [i] : [])) };
}

/** Which tensors a table may lack: constants, which have no activations to calibrate, if it leaves out all of them. */
export function absence(numbered: readonly NumberedEntry[]): (tensor: NetworkTensor) => boolean {
  const hasConstants = numbered.some(({ type }) => type === 'Constant');
  return ({ type }) => type === 'Constant' && !hasConstants;
}
