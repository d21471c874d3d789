import { el } from '../../shared/dom.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { fullNumber } from '../../shared/text/numbers.js';
import type { ReviewModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** The selected rows in words: one in full, since the columns may have cut it off. */
export function describeRows(model: ReviewModel, rows: Uint32Array): HTMLElement[] {
  const [row] = rows;
  if (row === undefined) return [el('span', { class: 'muted' }, t`Select rows to give them another source by hand.`)];
  const { names } = model.message;
  if (rows.length === 1) return [name(names[row] ?? ''), el('span', { class: 'muted' }, describeRow(model, row))];
  const missing = rows.reduce((count, other) => count + Number(model.statuses[other] === 'missing'), 0);
  return [
    el('b', {}, counted(rows.length, t`row`, t`rows`)),
    el('span', { class: 'muted' }, missing > 0 ? t`${grouped(missing)} missing` : ''),
  ];
}

function describeRow({ message, statuses }: ReviewModel, row: number): string {
  const { from, rules, doubts, scales } = message;
  if (statuses[row] === 'missing') return t`has no scale`;
  const source = from[row] === null ? rules[row] : t`from ${from[row]} (${rules[row]})`;
  return [t`scale ${fullNumber(scales[row] ?? NaN)}`, source, doubts[row]].filter(Boolean).join(' · ');
}

function name(text: string): HTMLElement {
  return el('span', { class: 'mono' }, text);
}
