import type { EntrySpans } from '../../../core/formats/format.js';

/** The entries that stand in some lines of a text (from 0, the last one included), as `[from, to)`. Entries stand in file order. */
export function entriesInLines({ line }: EntrySpans, first: number, last: number): readonly [number, number] {
  return [countUpTo(line, first), countUpTo(line, last + 1)];
}

/** How many entries stand in lines up to this one (from 1). */
function countUpTo(lines: Uint32Array, line: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
