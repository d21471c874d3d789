import type { KeptPart } from '../formats/format.js';
interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** TPU-MLIR names a layer's weights after the layer. */
const WEIGHT = '_weight';

/** A file's further parts with their lines under the entries' new names. */
export function renamedParts(kept: readonly KeptPart[], renamed: readonly Renamed[]): KeptPart[] {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  return kept.map(({ title, items }) => ({
    title,
    items: items.map((item) => {
      const name = newName(names, item.name);
      return name === undefined ? item : { ...item, name, text: name + item.text.slice(item.name.length) };
    }),
  }));
}

function newName(names: ReadonlyMap<string, string>, name: string): string | undefined {
  if (!name.endsWith(WEIGHT)) return names.get(name);
  const layer = names.get(name.slice(0, -WEIGHT.length));
  return names.get(name) ?? (layer === undefined ? undefined : layer + WEIGHT);
}
