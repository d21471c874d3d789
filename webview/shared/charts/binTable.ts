import { plainNumber } from '../text/numbers.js';
import { el, fill } from '../dom.js';
import { t } from '../../../src/core/texts/translate.js';

/** A bar of a histogram: what it counts lies between two numbers, the upper one excluded. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * A histogram as a table, for those who can't see it and for a file.
 * @param counted what is counted: `Tensors`
 */
export function fillBinTable(table: HTMLElement, counted: string, bins: readonly Bin[]): void {
  const cell = (value: number): HTMLElement => el('td', { 'data-number': String(value) }, plainNumber(value));
  fill(
    table,
    el('caption', {}, t`Bins of the histogram`),
    el('tr', {}, ...[t`From (at least)`, t`To (below)`, counted].map((title) => el('th', { scope: 'col' }, title))),
    ...bins.map(({ low, high, count }) => el('tr', {}, cell(low), cell(high), cell(count))),
  );
}
