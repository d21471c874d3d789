/** Where the entries of a table stand in a network, and what layers write them. */
import { askedOf } from './asked.js';
import type { Naming } from './match.js';

export interface NetworkPlaces {
  /** For each entry: its position among all that the network asks for, from 0; -1 for one that it does not know. */
  readonly order: Int32Array;
  /** The layer types that occur. */
  readonly types: readonly string[];
  /** For each entry: the index of its type, or -1. */
  readonly typeOf: Int32Array;
  /** For each entry without a name of its own (`(Unnamed Layer* 1) …`): the blob that its layer writes; else ''. */
  readonly blobs: readonly string[];
}

/** The type of a tensor that no layer writes. */
const INPUT = 'Input';

/** @param entries how many the table has */
export function placesOf(naming: Naming, keyedBy: 'tensor' | 'layer', entries: number): NetworkPlaces {
  const order = new Int32Array(entries).fill(-1);
  const typeOf = new Int32Array(entries).fill(-1);
  const types = new Map<string, number>();
  const blobs = new Array<string>(entries).fill('');
  askedOf(naming, keyedBy).forEach(({ match, type }, position) => {
    if (!match || order[match.entry] !== -1) return;
    const word = type ?? INPUT;
    if (!types.has(word)) types.set(word, types.size);
    order[match.entry] = position;
    typeOf[match.entry] = types.get(word) ?? -1;
    const tensor = keyedBy === 'tensor' ? naming.names.tensors[position] : undefined;
    if (tensor?.named === false) blobs[match.entry] = tensor.blob ?? '';
  });
  return { order, types: [...types.keys()], typeOf, blobs };
}
