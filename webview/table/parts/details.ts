import { maxRoundingError } from '../../../src/core/table/quantization.js';
import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { fullNumber, shortNumber } from '../../shared/text/numbers.js';
import { findingLine } from './findingLine.js';
import { findingsAt, nameAt, scaleAt, storedAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

/** Under the table: the selected entry in full, where the columns may have cut it off. The inspector says more. */
export class Details {
  readonly #inspect = button({
    id: 'inspect',
    label: t`Inspect`,
    icon: 'inspect',
    compact: true,
    onClick: () => this.#onInspect(),
  });
  readonly element = el('footer', { id: 'details', class: 'details', hidden: true });
  readonly #onInspect: () => void;

  constructor(onInspect: () => void) {
    this.#onInspect = onInspect;
  }

  update(model: TableModel, entry: number | null): void {
    toggle(this.element, entry !== null);
    if (entry === null) return;
    const findings = findingsAt(model, entry);
    fill(
      this.element,
      el(
        'p',
        { class: 'details-line' },
        el('span', { class: 'details-name' }, nameAt(model, entry)),
        el('span', { class: 'muted' }, numbersOf(model, entry)),
        this.#inspect,
      ),
      findings.length > 0 && el('ul', { class: 'finding-lines' }, ...findings.map((finding) => findingLine(finding))),
    );
  }
}

/** The stored number first: it is the truth, the others are made from it. */
function numbersOf(model: TableModel, entry: number): string {
  const scale = scaleAt(model, entry);
  const stored = storedAt(model, entry);
  return [
    stored && t`stored: ${stored}`,
    t`scale ${fullNumber(scale)}`,
    model.table.quantity !== 'amax' && t`range ± ${fullNumber(model.ranges[entry] ?? NaN)}`,
    t`rounding error up to ${shortNumber(maxRoundingError(scale), 4)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
