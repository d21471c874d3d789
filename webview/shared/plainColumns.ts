/** Columns of plain texts and numbers. */
import type { Column } from './grid/column.js';
import { drawNameAt } from './names/drawName.js';
import { TIGHT_NAME } from './names/nameElement.js';
import { fullNumber, shortNumber } from './text/numbers.js';
import { shareText, decibelText } from './text/shares.js';

/** A column of texts, all of them searched, its id the key of the filter box; null is empty. */
export function textColumn(
  id: string,
  label: string,
  hint: string,
  width: Column['width'],
  texts: readonly (string | null)[],
): Column {
  const text = (row: number): string => texts[row] ?? '';
  return { id, label, hint, width, text, search: text, term: id };
}

/** A column of numbers, few digits shown and all of them copied; NaN is empty. */
export function numberColumn(
  id: string,
  label: string,
  hint: string,
  values: Float64Array,
  width: Column['width'] = [11.5, 13],
): Column {
  const show =
    (format: (value: number) => string) =>
    (row: number): string => {
      const value = values[row] ?? NaN;
      return Number.isNaN(value) ? '' : format(value);
    };
  return {
    id,
    label,
    hint,
    width,
    align: 'end',
    descendsFirst: true,
    term: id,
    number: (row) => values[row] ?? NaN,
    text: show(shortNumber),
    title: show(fullNumber),
    copy: show(fullNumber),
    sort: (row) => values[row] ?? NaN,
  };
}

/** The number of a row, in the order of what is shown. */
export function placeColumn(count: number, hint: string): Column {
  const width = Math.max(4, String(count).length + 3);
  return {
    ...{ id: 'index', label: '#', hint, width: [width, width], align: 'end', frozen: true },
    text: (row) => String(row + 1),
    sort: (row) => row,
  };
}

/** Decibels, a digit behind the point shown and all of them copied: the fewest are looked for. */
export function decibelColumn(
  id: string,
  label: string,
  hint: string,
  decibels: readonly number[],
  width: Column['width'] = [10, 10],
): Column {
  const number = (row: number): number => decibels[row] ?? NaN;
  return {
    ...{ id, label, hint, width, align: 'end', term: id, number, sort: number },
    text: (row) => decibelText(number(row)),
    copy: (row) => String(number(row)),
  };
}

/** Shares, 0 to 1, shown of a hundred. */
export function shareColumn(
  id: string,
  label: string,
  hint: string,
  shares: readonly number[],
  width: Column['width'] = [9, 9],
): Column {
  const number = (row: number): number => shares[row] ?? NaN;
  return {
    ...{ id, label, hint, width, align: 'end', descendsFirst: true, term: id, number, sort: number },
    text: (row) => shareText(number(row)),
    copy: (row) => String(number(row)),
  };
}

/** What tells names apart and their ends stay in sight. */
const LEAST_OF_NAME = 20;
const MOST_OF_NAME = 52;
/** Shorter columns look torn. */
const LEAST_COLUMN = 9;

/** A column of names, as wide as most of them are. */
export function nameColumn(id: string, label: string, hint: string, names: readonly (string | null)[]): Column {
  const usual = usualLength(names) + 3;
  const least = Math.max(LEAST_COLUMN, Math.min(LEAST_OF_NAME, usual));
  return {
    ...textColumn(id, label, hint, [least, Math.max(least, Math.min(MOST_OF_NAME, usual))], names),
    tight: Math.min(least, TIGHT_NAME),
    draw: (cell, row) => drawNameAt(cell, names, row),
  };
}

/** The length that all but a few names keep: some long ones among numbers must not take the room of the other column. */
function usualLength(names: readonly (string | null)[]): number {
  const lengths = names
    .map((name) => name?.length ?? 0)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return lengths[Math.ceil(lengths.length * 0.95) - 1] ?? 0;
}
