import { unnamedLayer } from '../../../src/core/table/entryNames.js';
import { el } from '../dom.js';
import type { NameCuts } from './tellApart.js';

/** A run of a name that looks alike. */
export interface NameRun {
  readonly text: string;
  readonly className: string | null;
}

/** So many characters at the end stay in sight. */
const END = 9;
/** The characters that a column of names keeps where room is short: the numbers beside it say more than their whole length. */
export const TIGHT_NAME = 13;
/** A longer part that tells names apart may be cut as well. */
export const MOST_TELLING = 20;

/**
 * A name that, where room is short, first loses what it begins with like its neighbours, then its middle; what tells it apart and
 * its end stay. Inline, so that a name is one word to who copies it or listens to it.
 */
export function nameElement(runs: readonly NameRun[], { shared, telling }: NameCuts): HTMLElement {
  const name = runs.map(({ text }) => text).join('');
  const { length } = name;
  const told = telling - shared > MOST_TELLING ? shared : telling;
  // TensorRT's own names tell at their beginning which they are; their ends are all the same.
  const end = unnamedLayer(name) ? length : Math.max(told, length - END);
  const fixed = told - shared + length - end;
  const element = el(
    'span',
    {},
    ...piece(runs, 0, shared, 'name-shared'),
    ...spansOf(runs, shared, told),
    ...piece(runs, told, end, 'name-middle'),
    ...spansOf(runs, end, length),
  );
  element.style.setProperty('--after-shared', String(length - shared));
  element.style.setProperty('--beside-middle', String(fixed + Math.min(shared, 2)));
  return element;
}

/** A part that may be cut. */
function piece(runs: readonly NameRun[], from: number, to: number, className: string): HTMLElement[] {
  return to > from ? [el('span', { class: className }, ...spansOf(runs, from, to))] : [];
}

/** The runs between two places of the whole name. */
function spansOf(runs: readonly NameRun[], from: number, to: number): HTMLElement[] {
  let start = 0;
  return runs.flatMap(({ text, className }) => {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    return part === '' ? [] : [el('span', { class: className }, part)];
  });
}
