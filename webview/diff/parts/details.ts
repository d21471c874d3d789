import { DOUBTFUL_BELOW } from '../../../src/core/diff/align/doubtful.js';
import { meaningOf, meaningSentence } from '../../../src/core/diff/meaning.js';
import { dynamicRange } from '../../../src/core/table/quantization.js';
import { DIFF_HOW } from '../../../src/protocol/diff.js';
import { el, fill } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { evidenceAt, indexAt, labelAt, scaleAt, type DiffModel, type SideName } from '../model.js';

/** The selected row in full: both entries, what the change means, and why they were paired. */
export class Details {
  readonly element = el('aside', { id: 'details', class: 'details', 'aria-label': 'Selected row' });

  update(model: DiffModel, row: number | null): void {
    fill(
      this.element,
      ...(row === null
        ? [el('p', { class: 'details-line muted' }, 'Select a row to see what its change means.')]
        : describe(model, row)),
    );
  }
}

function describe(model: DiffModel, row: number): HTMLElement[] {
  const isPair = indexAt(model, row, 'old') >= 0 && indexAt(model, row, 'new') >= 0;
  const name = el('p', { class: 'details-line' }, el('span', { class: 'details-name' }, labelAt(model, row)));
  if (!isPair) return [name, el('p', { class: 'details-line muted' }, oneSided(model, row))];
  const meaning = meaningSentence(meaningOf(scaleAt(model, row, 'old'), scaleAt(model, row, 'new')));
  return [
    name,
    el(
      'p',
      { class: 'details-line' },
      el('span', { class: 'muted' }, `${sideText(model, row, 'old')} → ${sideText(model, row, 'new')}`),
      el('span', { id: 'meaning' }, meaning),
    ),
    howLine(model, row),
  ];
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
        .filter((sentence) => sentence !== but.toLowerCase())
        .join('; '),
    );
  if (confidence >= DOUBTFUL_BELOW)
    return el(
      'p',
      { class: 'details-line' },
      el('span', { class: 'muted' }, `${words(how)}, ${percent} sure:`),
      evidence(''),
    );
  const doubt = how === 'same-name' ? 'Same name, another tensor?' : `${words(how)}? Perhaps not the same tensor.`;
  return el(
    'p',
    { class: 'details-line' },
    el('span', { id: 'doubt', class: 'status status-doubtful' }, icon('question'), `${doubt} ${percent} sure:`),
    evidence(doubt),
  );
}

function words(how: (typeof DIFF_HOW)[number] | undefined): string {
  return how === 'same-name' ? 'Same name' : how === 'renumbered' ? 'Renumbered' : 'Renamed';
}

function sideText(model: DiffModel, row: number, side: SideName): string {
  const scale = scaleAt(model, row, side);
  return `${plainNumber(scale, 7)} (± ${plainNumber(dynamicRange(scale), 5)})`;
}

function oneSided(model: DiffModel, row: number): string {
  const side: SideName = indexAt(model, row, 'old') >= 0 ? 'old' : 'new';
  return `Only the ${side} table has it: entry ${indexAt(model, row, side) + 1}, scale ${sideText(model, row, side)}.`;
}
