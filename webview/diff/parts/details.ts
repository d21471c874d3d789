import { DOUBTFUL_BELOW } from '../../../src/core/diff/align/doubtful.js';
import { meaningOf, meaningSentence } from '../../../src/core/diff/meaning.js';
import { dynamicRange } from '../../../src/core/table/quantization.js';
import { DIFF_HOW } from '../../../src/protocol/diff.js';
import { button } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { handActions, type HandAction } from './handActions.js';
import {
  baseNameAt,
  evidenceAt,
  indexAt,
  isInBoth,
  labelAt,
  scaleAt,
  type DiffModel,
  type SideName,
} from '../model.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

/** The selected row in full: both entries, what the change means, and why they were paired. */
export class Details {
  readonly element = el('aside', { id: 'details', class: 'details', 'aria-label': t`Selected row` });
  readonly #onAction: (message: HandAction['message']) => void;

  /** @param onAction something is to be done by hand with the selected rows */
  constructor(onAction: (message: HandAction['message']) => void) {
    this.#onAction = onAction;
  }

  /** @param rows all that are selected; `row` is the one that is described */
  update(model: DiffModel, row: number | null, rows: readonly number[]): void {
    fill(
      this.element,
      ...(row === null
        ? [
            el(
              'p',
              { class: 'details-line muted' },
              t`Select a row to see what its change means; two rows to pair them.`,
            ),
          ]
        : [...describe(model, row), this.#actions(handActions(model, rows))]),
    );
  }

  #actions(actions: readonly HandAction[]): HTMLElement | null {
    if (actions.length === 0) return null;
    const buttons = actions.map(({ id, label, hint, message }) =>
      button({ id, label, hint, look: 'secondary', onClick: () => this.#onAction(message) }),
    );
    return el('p', { id: 'hand-actions', class: 'details-line details-actions' }, ...buttons);
  }
}

function describe(model: DiffModel, row: number): HTMLElement[] {
  const base = baseLine(model, row);
  const name = el('p', { class: 'details-line' }, el('span', { class: 'details-name' }, labelAt(model, row)));
  if (!isInBoth(model, row)) return [name, el('p', { class: 'details-line muted' }, oneSided(model, row)), ...base];
  const meaning = meaningSentence(meaningOf(scaleAt(model, row, 'old'), scaleAt(model, row, 'new')));
  return [
    name,
    el(
      'p',
      { class: 'details-line' },
      el('span', { class: 'muted' }, `${sideText(model, row, 'old')} → ${sideText(model, row, 'new')}`),
      el('span', { id: 'meaning' }, meaning),
    ),
    ...base,
    howLine(model, row),
  ];
}

/** What the entry was in the base, and how far each table is from it; nothing without a base. */
function baseLine(model: DiffModel, row: number): HTMLElement[] {
  const { base } = model;
  if (!base) return [];
  const name = baseNameAt(model, row);
  if (name === '')
    return [
      el('p', { id: 'base-line', class: 'details-line muted' }, t`It was not found in the base, or not for sure.`),
    ];
  const change = (side: SideName, ratio: number | undefined): string =>
    indexAt(model, row, side) < 0 ? '' : `${word(side)} ${changeText(ratio ?? NaN)}`;
  const sides = [change('old', base.toOld[row]), change('new', base.toNew[row])].filter(Boolean);
  const scale = scaleText(base.scales[row] ?? NaN);
  return [
    el(
      'p',
      { id: 'base-line', class: 'details-line' },
      el('span', { class: 'muted' }, t`Base "${name}": ${scale}.`),
      el('span', {}, sides.join(', ')),
    ),
  ];
}

/** `×1.19`, `the same`. */
function changeText(log2Ratio: number): string {
  if (log2Ratio === 0) return t`the same`;
  return Number.isFinite(log2Ratio) ? `×${plainNumber(2 ** log2Ratio, 4)}` : t`no ratio`;
}

function howLine(model: DiffModel, row: number): HTMLElement {
  const confidence = model.confidences[row] ?? 0;
  const how = DIFF_HOW[model.hows[row] ?? 0];
  const percent = `${Math.floor(confidence * 100)} %`;
  const evidence = (but: string): HTMLElement =>
    el(
      'span',
      {},
      evidenceAt(model, row)
        .filter((sentence) => sentence.toLowerCase() !== but.toLowerCase())
        .join('; '),
    );
  if (confidence >= DOUBTFUL_BELOW)
    return el(
      'p',
      { class: 'details-line' },
      el('span', { class: 'muted' }, t`${words(how)}, ${percent} sure:`),
      evidence(''),
    );
  const doubt = how === 'same-name' ? t`Same name, another tensor?` : t`${words(how)}? Perhaps not the same tensor.`;
  return el(
    'p',
    { class: 'details-line' },
    el('span', { id: 'doubt', class: 'status status-doubtful' }, icon('question'), t`${doubt} ${percent} sure:`),
    evidence(doubt),
  );
}

function words(how: (typeof DIFF_HOW)[number] | undefined): string {
  return how === 'same-name' ? t`Same name` : how === 'renumbered' ? t`Renumbered` : t`Renamed`;
}

function sideText(model: DiffModel, row: number, side: SideName): string {
  return scaleText(scaleAt(model, row, side));
}

function scaleText(scale: number): string {
  return `${plainNumber(scale, 7)} (± ${plainNumber(dynamicRange(scale), 5)})`;
}

function oneSided(model: DiffModel, row: number): string {
  const side: SideName = indexAt(model, row, 'old') >= 0 ? 'old' : 'new';
  return t`Only the ${word(side)} table has it: entry ${indexAt(model, row, side) + 1}, scale ${sideText(model, row, side)}.`;
}
