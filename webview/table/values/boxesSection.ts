import { boxOf, type Box } from '../../../src/core/activations/quantiles.js';
import { grouped } from '../../../src/core/render/counts.js';
import { el, type Child } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import type { Section } from '../inspector/section.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** So many are drawn: more are no comparison any more. */
const MOST = 40;
/** The axis goes beyond ± the range by this share of it. */
const BEYOND = 0.25;

/** The values of the selected entries beside each other, each by its own ± range. */
export const boxesSection: Section = {
  id: 'boxes',
  title: t`Values of the Selection`,
  draw: (model, _entry, selected) => {
    if (selected.length < 2 || !model.values) return null;
    const drawn = [...selected.subarray(0, MOST)].flatMap((entry) => rowOf(model, entry) ?? []);
    if (drawn.length < 2) return null;
    const more = selected.length > MOST ? t` The first ${MOST} of ${grouped(selected.length)} entries.` : '';
    return [
      el('div', { class: 'boxes', role: 'list' }, ...drawn),
      el(
        'p',
        { class: 'inspector-line muted' },
        t`Each by its own ± range (the lines): values from 1 to 99 %, the box from 25 to 75 %, the median.${more}`,
      ),
    ];
  },
};

function rowOf(model: TableModel, entry: number): Child {
  const histogram = model.values?.of(nameAt(model, entry))?.histogram;
  const range = model.ranges[entry] ?? NaN;
  const box = histogram && range > 0 ? boxOf(histogram) : null;
  if (!box) return null;
  const [name, text] = [nameAt(model, entry), describe(box, range)];
  const label = el('span', { class: 'box-name', title: name }, name);
  return el('div', { class: 'box-row', role: 'listitem' }, label, picture(box, range, `${name}: ${text}`));
}

function describe([p1, p25, p50, p75, p99]: Box, range: number): string {
  return t`1 % ${plainNumber(p1, 3)}, 25 % ${plainNumber(p25, 3)}, median ${plainNumber(p50, 3)}, 75 % ${plainNumber(p75, 3)}, 99 % ${plainNumber(p99, 3)}, range ± ${plainNumber(range, 3)}`;
}

function picture(box: Box, range: number, label: string): HTMLElement {
  const place = (value: number): number => {
    const share = Math.min(1 + BEYOND, Math.max(-1 - BEYOND, value / range));
    return ((share + 1 + BEYOND) / (2 + 2 * BEYOND)) * 100;
  };
  const [p1, p25, p50, p75, p99] = box.map(place) as unknown as Box;
  const part = (kind: string, from: number, to: number): HTMLElement => {
    const element = el('span', { class: `box-part box-${kind}` });
    element.style.left = `${from}%`;
    element.style.width = `${Math.max(0, to - from)}%`;
    return element;
  };
  return el(
    'span',
    { class: 'box', role: 'img', 'aria-label': label, title: label },
    part('edge', place(-range), place(-range)),
    part('edge', place(range), place(range)),
    part('whisker', p1, p99),
    part('middle', p25, p75),
    part('median', p50, p50),
  );
}
