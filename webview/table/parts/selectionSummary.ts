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

/** A selection can grow by many steps a second: after one is told, the next is once this is over. */
const PAUSE_MS = 80;

/** Tells the host of the selection: of the first change at once, of quick ones after it together, and only of what is new. */
export class SelectionTeller {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: (() => void) | null = null;
  #told = '';
  readonly #tell: (summary: SelectionSummary) => void;

  constructor(tell: (summary: SelectionSummary) => void) {
    this.#tell = tell;
  }

  update(model: TableModel, entries: Uint32Array): void {
    this.#next = () => this.#say(summaryOf(model, entries));
    if (this.#timer === undefined) this.#timer = this.#go();
  }

  /** Says what there is to say, and comes again after a pause; ends when there was nothing. */
  #go(): ReturnType<typeof setTimeout> | undefined {
    const say = this.#next;
    this.#next = null;
    say?.();
    return say ? setTimeout(() => (this.#timer = this.#go()), PAUSE_MS) : undefined;
  }

  #say(summary: SelectionSummary): void {
    const text = JSON.stringify(summary);
    if (text !== this.#told) this.#tell(summary);
    this.#told = text;
  }
}
