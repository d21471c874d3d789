/** What stands above a table at the terminal. */
import { escapeControls } from '../core/render/escape.js';
import { viewText } from '../core/render/grid.js';
import { headerText } from '../core/render/headerText.js';
import { rangesOf, summarize, type Summary } from '../core/table/stats.js';
import { shownName, type Input } from './input.js';

/** File, format, header and the spread of ranges, a line each. */
export function headerBlock({ file, document }: Input): string {
  const { header } = document.table;
  const summary = summarize(rangesOf(document.table));
  const lines = [
    `${shownName(file)}: ${document.format.label}`,
    ...(header.raw === null ? [] : [`header    ${headerText(header)}`]),
    `entries   ${entriesText(summary)}`,
    ...(summary.medianRange === null ? [] : [`± range   ${rangeText(summary)}`]),
  ];
  return lines.map((line) => `${escapeControls(line)}\n`).join('');
}

function entriesText({ entries, zeros, infinities, nans, negatives }: Summary): string {
  const odd = Object.entries({ zero: zeros, infinite: infinities, NaN: nans, negative: negatives }).filter(
    ([, count]) => count > 0,
  );
  return odd.length === 0 ? `${entries}` : `${entries} (${odd.map(([what, count]) => `${count} ${what}`).join(', ')})`;
}

function rangeText({ smallestRange, medianRange, largestRange }: Summary): string {
  return `smallest ${viewText(smallestRange)}, median ${viewText(medianRange)}, largest ${viewText(largestRange)}`;
}
