/** Orders of rows: arrays of entry indices. Equal rows stay in the order of the file. */
import { picked } from '../../../src/core/table/picked.js';

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What a click on a column's header makes of the present sort: one end first, the other, file order. */
export function nextSort(sort: Sort | null, column: string, descendsFirst = false): Sort | null {
  if (sort?.column !== column) return { column, descending: descendsFirst };
  return sort.descending === descendsFirst ? { column, descending: !descendsFirst } : null;
}

/** Indices 0 to count - 1. */
export function fileOrder(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return order;
}

/** By value; NaN has no place among the numbers and comes last in both directions. */
export function orderByNumber(values: Float64Array, descending: boolean): Uint32Array {
  const all = fileOrder(values.length);
  const numbers = picked(all, (index) => !Number.isNaN(values[index]));
  const value = (index: number): number => values[index] as number;
  // Not a subtraction: Inf minus Inf is no number.
  const compare = (a: number, b: number): number => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0);
  numbers.sort(descending ? (a, b) => compare(b, a) || a - b : (a, b) => compare(a, b) || a - b);
  all.set(
    picked(all, (index) => Number.isNaN(values[index])),
    numbers.length,
  );
  all.set(numbers);
  return all;
}

/** By text with the numbers in it read as numbers (`conv2` before `conv10`); empty texts last. */
export function orderByText(texts: readonly string[], descending: boolean): Uint32Array {
  const keys = texts.map(naturalKey);
  const key = (index: number): string => keys[index] as string;
  const compare = (a: number, b: number): number => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
  return fileOrder(texts.length).sort((a, b) => {
    if (key(a) === '' || key(b) === '') return Number(key(a) === '') - Number(key(b) === '') || a - b;
    return (descending ? compare(b, a) : compare(a, b)) || a - b;
  });
}

/** A key whose plain string order is the natural one: a collator would be ten times slower on a large table. */
export function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
