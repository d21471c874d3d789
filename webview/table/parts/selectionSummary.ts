import { summarize } from '../../../src/core/table/stats.js';
import type { SelectionSummary } from '../../../src/protocol/table.js';
import type { TableModel } from '../model.js';

/** What a spreadsheet says of a selection: how many, and the smallest, median and largest range. */
export function summaryOf({ ranges }: TableModel, entries: Uint32Array): SelectionSummary {
  const { smallestRange, medianRange, largestRange } = summarize(
    Float64Array.from(entries, (entry) => ranges[entry] ?? NaN),
  );
  return {
    first: entries[0] ?? null,
    count: entries.length,
    smallest: smallestRange,
    median: medianRange,
    largest: largestRange,
  };
}

/** A selection grows by many steps a second: it is told once it rests. */
const PAUSE_MS = 80;

/** Tells the host of the selection, once it rests, and only if it is another. */
export class SelectionTeller {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';
  readonly #tell: (summary: SelectionSummary) => void;

  constructor(tell: (summary: SelectionSummary) => void) {
    this.#tell = tell;
  }

  update(model: TableModel, entries: Uint32Array): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const summary = summaryOf(model, entries);
      const text = JSON.stringify(summary);
      if (text !== this.#told) this.#tell(summary);
      this.#told = text;
    }, PAUSE_MS);
  }
}
