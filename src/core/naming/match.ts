/** Which entry of a table belongs to which tensor of a network: by rule, with the doubt that remains. */
import type { Network } from '../network/network.js';
import { firstIndices } from './byName.js';
import { nothingPaired, type TensorMatch } from './namePairing.js';
import { rulesOf } from './networkKinds.js';
import type { NetworkNames } from './networkNames.js';

/** Every tensor and every entry stands in it: matched, or listed as not. */
export interface Naming {
  readonly names: NetworkNames;
  /** For each tensor of `names.tensors`, or each layer of `names.entries`: its entry, or null. */
  readonly matches: readonly (TensorMatch | null)[];
  /** Entries that the network does not know, by index. */
  readonly unknownEntries: readonly number[];
  /** Entries whose names the network's importer may have made, by index: they can't be told from the model. */
  readonly importerMade: readonly number[];
  /** Sentences on where the table's numbers have moved against the network's. */
  readonly shifts: readonly string[];
}

/** Names of the tensors and layers of any network. */
export function networkNames(network: Network): NetworkNames {
  return rulesOf(network).names(network);
}

/** Finds each tensor's entry in a table that is kept by tensor (TensorRT and most others). */
export function matchTensors(entryNames: readonly string[], network: Network): Naming {
  const names = networkNames(network);
  const { matches, shifts } = rulesOf(network).stages.reduce(
    (pairing, stage) => stage(pairing),
    nothingPaired(entryNames, names),
  );
  const unused = unusedEntries(entryNames, matches).filter((entry) => !isOther(entryNames[entry] ?? '', network));
  const isMade = rulesOf(network).importerMade?.(network) ?? ((): boolean => false);
  const [importerMade, unknownEntries] = parted(unused, (entry) => isMade(entryNames[entry] ?? ''));
  return { names, matches, shifts, importerMade, unknownEntries };
}

/** Finds each layer's entry in a table that is kept by layer (NVDLA): `matches` follows `names.entries`. */
export function matchLayers(entryNames: readonly string[], network: Network): Naming {
  const names = networkNames(network);
  const entries = firstIndices(entryNames);
  const matches = names.entries.map(({ name }): TensorMatch | null => {
    const entry = entries.get(name);
    return entry === undefined ? null : { entry, rule: 'name', doubt: null };
  });
  return { names, matches, shifts: [], importerMade: [], unknownEntries: unusedEntries(entryNames, matches) };
}

/** Constants and what is inside of branches: the network has it, and asks for nothing. */
function isOther(name: string, { constants, otherNames }: Network): boolean {
  return constants.has(name) || otherNames.has(name);
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

function unusedEntries(entryNames: readonly string[], matches: readonly (TensorMatch | null)[]): number[] {
  const used = new Set(matches.map((match) => match?.entry));
  return entryNames.flatMap((_, index) => (used.has(index) ? [] : [index]));
}
