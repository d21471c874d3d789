/** Which entry of a table belongs to which tensor of a network: by rule, with the doubt that remains. */
import { unnamedLayer } from '../table/entryNames.js';
import { matchNumbered } from './drift.js';
import type { NumberedEntry, TensorMatch } from './pairing.js';
import { doubtsOf } from './doubts.js';
import { caffeNames } from './caffeNames.js';
import type { Network } from '../network/network.js';
import { looseType, type NetworkNames, type NetworkTensor } from './networkNames.js';
import { onnxNames } from './onnxNames.js';

/** Every tensor and every entry stands in it: matched, or listed as not. */
export interface Naming {
  readonly names: NetworkNames;
  /** For each tensor of `names.tensors`: its entry, or null. */
  readonly matches: readonly (TensorMatch | null)[];
  /** Entries that the network does not know, by index. */
  readonly unknownEntries: readonly number[];
  /** Sentences on where the numbering drifted. */
  readonly drift: readonly string[];
}

const TWINS =
  'Two tensors of the network have this name (an input that a layer writes over keeps its own), and an entry can hold the scale of one.';

/** Names of the tensors and layers of any network. */
export function networkNames(network: Network): NetworkNames {
  return network.kind === 'caffe' ? caffeNames(network) : onnxNames(network);
}

/** Finds each tensor's entry in a table that is kept by tensor (TensorRT and most others). */
export function matchTensors(entryNames: readonly string[], network: Network): Naming {
  const names = networkNames(network);
  const named = matchNamed(entryNames, names.tensors);
  const twins = repeated(names.tensors.map(({ name }) => name));
  const numbered = entryNames.flatMap((name, entry): NumberedEntry[] => {
    const layer = unnamedLayer(name);
    return layer && !named.has(name) ? [{ entry, ...layer, suffix: name.slice(name.indexOf(']')) }] : [];
  });
  const matches: (TensorMatch | null)[] = names.tensors.map(({ name, named: isNamed }) => {
    const entry = isNamed ? named.get(name) : undefined;
    return entry === undefined ? null : { entry, rule: 'name', doubt: twins.has(name) ? TWINS : null };
  });
  if (network.kind === 'onnx') matchByType(numbered, names.tensors, matches);
  const drift = network.kind === 'caffe' ? matchNumbered(numbered, names.tensors, matches) : [];
  const doubts =
    network.kind === 'caffe'
      ? doubtsOf({ entryCount: entryNames.length, numbered, tensors: names.tensors, matches })
      : [];
  return {
    names,
    drift,
    unknownEntries: unusedEntries(entryNames, matches),
    matches: matches.map((match, tensor) => match && { ...match, doubt: match.doubt ?? doubts[tensor] ?? null }),
  };
}

/** Finds each layer's entry in a table that is kept by layer (NVDLA): `matches` follows `names.entries`. */
export function matchLayers(
  entryNames: readonly string[],
  network: Network,
): { names: NetworkNames; matches: readonly (TensorMatch | null)[]; unknownEntries: readonly number[] } {
  const names = networkNames(network);
  const byName = firstIndices(entryNames);
  const matches = names.entries.map(({ name }): TensorMatch | null => {
    const entry = byName.get(name);
    return entry === undefined ? null : { entry, rule: 'name', doubt: null };
  });
  return { names, matches, unknownEntries: unusedEntries(entryNames, matches) };
}

/** Entry indices of the names that the network has too; of equal names the first. */
function matchNamed(entryNames: readonly string[], tensors: readonly NetworkTensor[]): Map<string, number> {
  const known = new Set(tensors.filter(({ named }) => named).map(({ name }) => name));
  return new Map([...firstIndices(entryNames)].filter(([name]) => known.has(name)));
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

function firstIndices(names: readonly string[]): Map<string, number> {
  const indices = new Map<string, number>();
  names.forEach((name, index) => {
    if (!indices.has(name)) indices.set(name, index);
  });
  return indices;
}

function unusedEntries(entryNames: readonly string[], matches: readonly (TensorMatch | null)[]): number[] {
  const used = new Set(matches.map((match) => match?.entry));
  return entryNames.flatMap((_, index) => (used.has(index) ? [] : [index]));
}

/** ONNX: TensorRT's layer numbers are its importer's, so only type and order are left, and doubt. */
function matchByType(
  numbered: readonly NumberedEntry[],
  tensors: readonly NetworkTensor[],
  matches: (TensorMatch | null)[],
): void {
  const free = new Map<string, number[]>();
  tensors.forEach(({ type }, tensor) => {
    if (type === null || matches[tensor]) return;
    free.set(looseType(type), [...(free.get(looseType(type)) ?? []), tensor]);
  });
  for (const { entry, type } of numbered) {
    const tensor = free.get(looseType(type))?.shift();
    if (tensor !== undefined)
      matches[tensor] = {
        entry,
        rule: 'type and order',
        doubt: 'Paired by type and order only: TensorRT numbers the layers that its importer makes, not the nodes.',
      };
  }
}
