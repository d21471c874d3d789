/** The numbers of the JSON beside an onnxruntime table, in the place of its own. */
import type { TableDocument } from '../formats/format.js';

export interface Replaced {
  readonly name: string;
  /** The stored range, and the one that was taken. */
  readonly from: number;
  readonly to: number;
}

/** The document with the numbers of `sibling`, or null when that holds other tensors: then it may be another table's. */
export function withSibling(
  document: TableDocument,
  sibling: TableDocument,
): { readonly document: TableDocument; readonly replaced: readonly Replaced[] } | null {
  const { names, values } = document.table;
  const ends = new Map(sibling.table.names.map((name, i) => [name, sibling.table.values[i] ?? NaN]));
  if (ends.size !== new Set(names).size || !names.every((name) => ends.has(name))) return null;
  const taken = values.map((own, i) => {
    const end = ends.get(names[i] ?? '') ?? NaN;
    return Number.isFinite(end) ? end : own;
  });
  const replaced = names.flatMap((name, i): Replaced[] => {
    const [from, to] = [values[i] ?? NaN, taken[i] ?? NaN];
    return Object.is(from, to) ? [] : [{ name, from, to }];
  });
  return { document: { ...document, table: { ...document.table, values: taken } }, replaced };
}
