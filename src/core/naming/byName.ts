/** Stage: tensors that the table has under their own names. */
import { withMatches, type NamePairing, type TensorMatch } from './namePairing.js';
import { t } from '../texts/translate.js';

const TWINS = t`Two tensors of the network have this name (an input that a layer writes over keeps its own), and an entry can hold the scale of one.`;

/** Pairs each named tensor with the entry of its name; of equal entries the first counts. */
export function byName(pairing: NamePairing): NamePairing {
  const entries = firstIndices(pairing.entryNames);
  const twins = repeated(pairing.tensors.map(({ name }) => name));
  const found = new Map<number, TensorMatch>();
  pairing.tensors.forEach(({ name, named }, tensor) => {
    const entry = named ? entries.get(name) : undefined;
    if (entry !== undefined) found.set(tensor, { entry, rule: 'name', doubt: twins.has(name) ? TWINS : null });
  });
  return withMatches(pairing, found);
}

/** Where each name stands first. */
export function firstIndices(names: readonly string[]): Map<string, number> {
  const indices = new Map<string, number>();
  names.forEach((name, index) => {
    if (!indices.has(name)) indices.set(name, index);
  });
  return indices;
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}
