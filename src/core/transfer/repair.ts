/** Adding the entries that a network asks for and a table lacks, each at its place in the network's order. */
import type { Edit, TableDocument } from '../formats/format.js';
import { askedOf, isNeeded } from '../naming/asked.js';
import { matchLayers, matchTensors } from '../naming/match.js';
import type { Network } from '../network/network.js';
import { storedFromScale } from '../table/quantization.js';
import { entryScale } from '../table/table.js';

/** An entry to add: its name, the entry after which it belongs, and the scale of that neighbour. */
export interface MissingEntry {
  readonly name: string;
  /** Index of the nearest entry before it in the network's order that the table has, or null for none. */
  readonly after: number | null;
  /** The neighbour's scale (or, at the beginning, the next one's); NaN when the table has none. */
  readonly neighbourScale: number;
}

/** The entries that the network asks for and the table lacks, in the network's order. */
export function missingEntries(document: TableDocument, network: Network): MissingEntry[] {
  const wanted = wantedEntries(document, network);
  const scales = wanted.map(({ entry }) => (entry === null ? NaN : entryScale(document.table, entry)));
  const first = scales.find((_, i) => wanted[i]?.entry !== null) ?? NaN;
  const missing = new Map<string, MissingEntry>();
  let before: { after: number | null; neighbourScale: number } = { after: null, neighbourScale: first };
  wanted.forEach(({ name, entry }, i) => {
    if (entry !== null) before = { after: entry, neighbourScale: scales[i] ?? NaN };
    else if (!missing.has(name)) missing.set(name, { name, ...before });
  });
  return [...missing.values()];
}

/**
 * The edits that add entries, to be made one after the other.
 * @param scaleOf the scale for each of them; those without one (null) are left out
 */
export function addingEdits(
  document: TableDocument,
  missing: readonly MissingEntry[],
  scaleOf: (entry: MissingEntry) => number | null,
): Edit[] {
  let added = 0;
  const inFileOrder = [...missing].sort((a, b) => (a.after ?? -1) - (b.after ?? -1));
  return inFileOrder.flatMap((entry): Edit[] => {
    const scale = scaleOf(entry);
    if (scale === null) return [];
    return [
      {
        kind: 'insert',
        index: (entry.after ?? -1) + 1 + added++,
        name: entry.name,
        value: storedFromScale(scale, document.table.quantity),
      },
    ];
  });
}

function wantedEntries(document: TableDocument, network: Network): { name: string; entry: number | null }[] {
  const { names } = document.table;
  const { keyedBy } = document.format;
  const naming = keyedBy === 'layer' ? matchLayers(names, network) : matchTensors(names, network);
  return askedOf(naming, keyedBy)
    .filter(isNeeded)
    .map(({ name, match }) => ({ name, entry: match?.entry ?? null }));
}
