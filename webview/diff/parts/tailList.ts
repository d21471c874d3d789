import { shareText } from '../../../src/core/diff/meaning.js';
import type { TailReading } from '../../../src/core/diff/tails.js';
import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { counted } from '../../../src/core/render/counts.js';
import { basisTag } from '../../shared/statements.js';
import { t } from '../../../src/core/texts/translate.js';

/** MinMax against Entropy: how the ratios are to be read, and the tensors with the longest tails, as a hint. */
export function tailList(tails: TailReading, onRow: (row: number) => void): HTMLDetailsElement {
  const { statement, medianShare, longest, doubtful } = tails;
  const summary = el(
    'summary',
    { id: 'tails-summary' },
    icon('chevron'),
    el('span', { class: 'statements-title' }, t`Tails`),
    basisTag(statement.basis),
    el('span', { class: 'statements-first' }, statement.text),
  );
  const items = [
    el('li', {}, basisTag(statement.basis), el('span', {}, statement.text)),
    el('li', {}, basisTag('hint'), el('span', {}, hintText(medianShare, longest.length, doubtful))),
  ];
  const list = el(
    'ol',
    { class: 'tails' },
    ...longest.map(({ pair, name, share }) =>
      el(
        'li',
        {},
        button({ label: name, onClick: () => onRow(pair) }),
        el('span', { class: 'muted' }, t`${shareText(share)} clipped`),
      ),
    ),
  );
  return el('details', { class: 'statements' }, summary, el('ul', {}, ...items), list);
}

function hintText(median: number, count: number, doubtful: number): string {
  const left = doubtful === 0 ? '' : t` ${counted(doubtful, t`doubtful pair is`, t`doubtful pairs are`)} left out.`;
  if (count === 0) return t`No tensor has a tail to speak of.${left}`;
  return t`Half of the tensors lose more than ${shareText(median)} of their range. Those with the longest tails are the first candidates to keep in FP16, if accuracy suffers: a hint, nothing measured.${left}`;
}
