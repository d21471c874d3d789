import { unnamedLayer } from '../../../src/core/table/entryNames.js';
import { el } from '../../shared/dom.js';

/** A run of a name that looks alike. */
export interface NameRun {
  readonly text: string;
  readonly className: string | null;
}

/** So many characters at the end stay in sight (as diff.css has it): names of one network begin alike. */
const TAIL = 14;
/** Shorter names have room. */
const SHORT = 20;

/** A name that loses its middle where room is short, not its end; TensorRT's own names tell at their beginning which they are. */
export function cutName(runs: readonly NameRun[]): HTMLElement {
  const name = runs.map(({ text }) => text).join('');
  const { length } = name;
  if (length <= SHORT || unnamedLayer(name)) return el('span', {}, ...spansOf(runs, 0, length));
  return el(
    'span',
    {},
    el('span', { class: 'cut-head' }, ...spansOf(runs, 0, length - TAIL)),
    ...spansOf(runs, length - TAIL, length),
  );
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
