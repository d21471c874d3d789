import { fillBinTable } from '../../shared/charts/binTable.js';
import { BarChart, type Emphasis } from '../../shared/charts/barChart.js';
import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { countButton } from '../../shared/filter/countButton.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { labelAt, type DiffModel } from '../model.js';
import {
  allBins,
  binOf,
  countOf,
  describeBin,
  describeBins,
  describeSpan,
  ratioBins,
  signed,
  spanOfBin,
  type RatioBins,
} from './ratioBins.js';
import type { Flag } from './flags.js';
import { ResidualChart } from './residualChart.js';
import {
  describeResiduals,
  placeOf,
  residualsOf,
  type Bounds,
  type PointKind,
  type Residuals,
} from './residualPoints.js';
import { countTags } from './tags.js';
import type { RatioSpan, ViewState } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

export interface ChartsEvents {
  /** A point was clicked; several rows may lie there. */
  readonly onRows: (rows: readonly number[]) => void;
  readonly onSpan: (span: RatioSpan | null) => void;
  /** A count was clicked: its rows are to be shown, or all again. */
  readonly onCount: (flag: Flag) => void;
}

/** What the charts draw. */
export interface Charted {
  readonly model: DiffModel;
  readonly tags: Uint8Array;
  readonly rows: Uint32Array;
  readonly active: number | null;
}

const MOST_IN_TOOLTIP = 4;
const LEGEND: readonly [kind: PointKind, glyph: string][] = [
  ['changed', '●'],
  ['same', '○'],
  ['doubtful', '△'],
];

/** What changed along the network, and the histogram of log2 ratios; both know the selected row and what the filters leave. */
export class ChartsPanel {
  readonly #residuals = new ResidualChart((rows) => this.#events.onRows(rows));
  readonly #table = el('table', {});
  readonly #histogram = new BarChart((bar) => this.#toggleBin(allBins(this.#bins)[bar] ?? 0));
  readonly #legend = el('span', { class: 'legend muted' });
  readonly #noPoints = el('p', { class: 'chart-empty muted' }, t`No pair has two scales above zero.`);
  readonly #noBars = el('p', { class: 'chart-empty muted' }, t`No scale changed beyond the threshold.`);
  readonly #chip = el('span', { id: 'span-chip' });
  readonly #note = el('span', { id: 'histogram-note', class: 'muted' });
  readonly element = el(
    'section',
    { id: 'charts', class: 'charts', 'aria-label': t`Charts` },
    el(
      'div',
      { class: 'chart-box' },
      el(
        'div',
        { class: 'chart-head' },
        el('h2', { class: 'chart-title' }, t`log₂ (new / old) along the rows`),
        this.#legend,
      ),
      el('div', { class: 'chart' }, this.#residuals.canvas, this.#noPoints),
    ),
    el(
      'div',
      { class: 'chart-box' },
      el(
        'div',
        { class: 'chart-head' },
        el('h2', { class: 'chart-title' }, t`log₂ ratios of what changed`),
        this.#note,
        this.#chip,
      ),
      el('div', { class: 'chart' }, this.#histogram.canvas, this.#noBars),
      el('div', { class: 'visually-hidden' }, this.#table),
    ),
  );
  #bins: RatioBins = { edges: [], counts: [], below: 0, above: 0 };
  #bounds: Bounds | null = null;
  #charted: Charted | null = null;
  #span: RatioSpan | null = null;
  readonly #events: ChartsEvents;

  constructor(events: ChartsEvents) {
    this.#events = events;
  }

  /** Draws both charts anew. */
  draw(charted: Charted, { charts, span }: Pick<ViewState, 'charts' | 'span'>): void {
    this.#charted = charted;
    this.#span = span;
    this.#bins = ratioBins(charted.model.log2Ratios, charted.tags);
    // Two tables without a pair have nothing to draw.
    const shown =
      charts &&
      (this.#bins.counts.length > 0 || charted.model.confidences.some((confidence) => !Number.isNaN(confidence)));
    toggle(this.element, shown);
    this.#showChip(span);
    if (!shown || !this.element.isConnected) return;
    this.#drawResiduals(charted);
    this.#note.textContent = noteOf(charted.tags);
    this.#drawHistogram();
  }

  /** Marks another row, and changes nothing else. */
  mark(active: number | null): void {
    if (!this.#charted || this.element.hidden || active === this.#charted.active) return;
    this.#charted = { ...this.#charted, active };
    this.#residuals.mark(this.#markOf(this.#charted));
    this.#drawHistogram();
  }

  #drawResiduals({ model, tags, rows, active }: Charted): void {
    const shown = new Uint8Array(model.rows);
    for (const row of rows) shown[row] = 1;
    const residuals = residualsOf(model, tags, (row) => shown[row] === 1);
    this.#residuals.describe(describeResiduals(residuals));
    toggle(this.#noPoints, residuals.drawn === 0);
    fill(
      this.#legend,
      ...LEGEND.filter(([kind]) => residuals.points[kind].length > 0).map(([kind, glyph]) =>
        el('span', { 'aria-hidden': 'true' }, el('span', { class: `legend-${kind}` }, glyph), ` ${word(kind)}`),
      ),
      residuals.far > 0 &&
        countButton(
          { key: 'is', value: 'far' },
          t`Show only these`,
          () => this.#events.onCount('far'),
          farText(residuals),
        ),
    );
    this.#bounds = residuals.bounds;
    if (residuals.drawn === 0) return this.#residuals.clear();
    this.#residuals.draw(residuals, {
      selected: this.#markOf({ model, active }),
      tooltip: (there) => tooltipOf(model, there),
    });
  }

  #markOf({ model, active }: Pick<Charted, 'model' | 'active'>): readonly [number, number] | null {
    return active === null ? null : placeOf(model, active, this.#bounds);
  }

  #drawHistogram(): void {
    const bins = this.#bins;
    this.#histogram.describe(describeBins(bins));
    toggle(this.#noBars, bins.counts.length === 0);
    if (bins.counts.length === 0) return this.#histogram.clear();
    const all = allBins(bins);
    fillBinTable(
      this.#table,
      t`Pairs`,
      all.map((bin) => ({ ...spanOfBin(bins, bin), count: countOf(bins, bin) })),
    );
    this.#histogram.draw({
      edges: bins.edges,
      beyond: { below: bins.below > 0, above: bins.above > 0 },
      counts: all.map((bin) => countOf(bins, bin)),
      emphasis: all.map((bin) => this.#emphasis(bin)),
      ticks: null,
      tickLabel: signed,
      tooltip: (bar) => [describeBin(bins, all[bar] ?? 0)],
      xTitle: t`clipped ◂ log₂ (new / old) ▸ coarser`,
      yTitle: t`Pairs`,
    });
  }

  #emphasis(bin: number): Emphasis {
    const { model, active } = this.#charted ?? { active: null };
    if (model && active !== null && binOf(this.#bins, model.log2Ratios[active] ?? NaN) === bin) return 'selected';
    const span = this.#span;
    return span && !isSame(span, spanOfBin(this.#bins, bin)) ? 'dimmed' : 'normal';
  }

  #toggleBin(bin: number): void {
    const span = spanOfBin(this.#bins, bin);
    this.#events.onSpan(this.#span && isSame(this.#span, span) ? null : span);
  }

  #showChip(span: RatioSpan | null): void {
    fill(
      this.#chip,
      span &&
        el(
          'span',
          { class: 'chip' },
          describeSpan(span),
          button({
            id: 'clear-span',
            label: t`Show all ratios again`,
            icon: 'close',
            compact: true,
            onClick: () => this.#events.onSpan(null),
          }),
        ),
    );
  }
}

function isSame(a: RatioSpan, b: RatioSpan): boolean {
  return a.low === b.low && a.high === b.high;
}

function noteOf(tags: Uint8Array): string {
  const { same } = countTags(tags);
  return same === 0 ? '' : t`without ${counted(same, t`pair`, t`pairs`)} that ${same === 1 ? t`is` : t`are`} the same`;
}

function farText({ far }: Residuals): string {
  return t`${grouped(far)} far out, at the edge`;
}

function tooltipOf(model: DiffModel, rows: readonly number[]): string[] {
  const lines = rows
    .slice(0, MOST_IN_TOOLTIP)
    .map(
      (row) =>
        `${labelAt(model, row)}: ${plainNumber(model.oldScales[row] ?? NaN)} → ${plainNumber(model.newScales[row] ?? NaN)}`,
    );
  return rows.length > MOST_IN_TOOLTIP ? [...lines, t`and ${rows.length - MOST_IN_TOOLTIP} more here`] : lines;
}
