/** Matches of a table that is kept by layer, seen from the tensors. */
import type { TensorMatch } from './namePairing.js';
import type { NetworkNames } from './networkNames.js';

/**
 * To each tensor the match of the layer that writes it; or of the first layer that reads it before all else.
 * @param matches for each entry that the network asks for: its match, or null
 * @param ofInputs true for a table whose numbers are of what a layer reads (ncnn)
 */
export function matchesByTensor(
  matches: readonly (TensorMatch | null)[],
  { entries, tensors }: NetworkNames,
  ofInputs: boolean,
): (TensorMatch | null)[] {
  const layers = new Map<number | null, TensorMatch>();
  entries.forEach(({ tensor, reads }, i) => {
    const match = matches[i];
    const side = ofInputs ? (reads[0] ?? null) : tensor;
    if (match && !layers.has(side)) layers.set(side, match);
  });
  return tensors.map((_, tensor) => layers.get(tensor) ?? null);
}
