import { histogram, type Histogram, type Spacing } from '../../../src/core/table/stats.js';
import { BarChart, type Bars, type Emphasis } from '../../shared/charts/barChart.js';
import { setPressed, toggleButton } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { grouped } from '../../../src/core/render/counts.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { fillBinTable } from '../../shared/charts/binTable.js';
import { capital } from '../../shared/text/capital.js';
import { logTicks } from '../../shared/charts/ticks.js';
import {
  allBins,
  binCountFor,
  binOf,
  countOf,
  describeBin,
  describeHistogram,
  isBinInSpan,
  notDrawn,
  spanOfBin,
} from './bins.js';
import { unitOf, type TableModel } from '../model.js';
import { chartTabs, type ChartKind } from './chartTabs.js';
import { isInNetwork } from '../profile/positions.js';
import type { RangeSpan, ViewState } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

export interface HistogramEvents {
  readonly onChart: (kind: ChartKind) => void;
  readonly onSpan: (span: RangeSpan) => void;
  readonly onSpacing: (spacing: Spacing) => void;
  /** A count was clicked: its entries are to be shown, or all again. */
  readonly onCount: (key: string, value: string) => void;
}

type Shown = Pick<ViewState, 'histogram' | 'chart' | 'span'>;

/** The distribution of the dynamic range across tensors; says so, since a table holds no activation histograms. */
export class HistogramPanel {
  readonly #chart: BarChart;
  readonly #tabs;
  readonly #title = el('h2', { class: 'panel-title' });
  readonly #log = toggleButton({ id: 'spacing-log', label: t`Log`, onToggle: () => this.#events.onSpacing('log') });
  readonly #linear = toggleButton({
    id: 'spacing-linear',
    label: t`Linear`,
    onToggle: () => this.#events.onSpacing('linear'),
  });
  readonly #aside = el('div', { id: 'not-drawn', class: 'not-drawn' });
  readonly #table = el('table', { class: 'visually-hidden' });
  readonly element: HTMLElement;
  #bins: Histogram | null = null;
  /** What the bins are of. */
  #ranges: Float64Array | null = null;
  #span: RangeSpan | null = null;
  /** What the present drawing shows: moving about in the grid mostly changes none of it. */
  #drawn = '';
  readonly #events: HistogramEvents;

  constructor(events: HistogramEvents) {
    this.#events = events;
    this.#tabs = chartTabs('histogram', events.onChart);

    this.#chart = new BarChart((bar, extend) => {
      const bin = this.#bins ? allBins(this.#bins)[bar] : undefined;
      if (!this.#bins || bin === undefined) return;
      const span = spanOfBin(this.#bins, bin);
      events.onSpan(extend && this.#span ? together(this.#span, span) : span);
    });
    const spacing = el('span', { class: 'segmented', role: 'group', 'aria-label': t`Axis` }, this.#log, this.#linear);
    this.element = el(
      'section',
      { id: 'histogram', class: 'panel', 'aria-label': t`Histogram` },
      el(
        'div',
        { class: 'panel-head' },
        this.#tabs.element,
        this.#title,
        el('span', { class: 'muted panel-note' }, t`one range each; not an activation histogram`),
        this.#aside,
        spacing,
      ),
      el('div', { class: 'chart' }, this.#chart.canvas),
      el('div', { class: 'visually-hidden' }, this.#table),
    );
  }

  /** Draws the table's ranges; `active` is the entry whose bin is highlighted. */
  update(model: TableModel, shown: Shown, active: number | null): void {
    const isOpen = shown.histogram.open && shown.chart === 'histogram';
    toggle(this.element, isOpen);
    if (!isOpen) return;
    this.#tabs.show('histogram', isInNetwork(model));
    this.#span = shown.span;
    const { spacing } = shown.histogram;
    // Marks of edits make another model of the same ranges.
    if (this.#ranges !== model.ranges || this.#bins?.spacing !== spacing) this.#compute(model, spacing);
    setPressed(this.#log, spacing === 'log');
    setPressed(this.#linear, spacing === 'linear');
    this.#draw(model, shown.span, active);
  }

  /** The colours have changed. */
  restyle(): void {
    this.#drawn = '';
  }

  #compute(model: TableModel, spacing: Spacing): void {
    this.#ranges = model.ranges;
    this.#drawn = '';
    const bins = histogram(model.ranges, spacing, binCountFor(model.ranges.length));
    this.#bins = bins;
    const unit = unitOf(model);
    this.#title.textContent = t`Dynamic range across ${unit[1]}`;
    this.#chart.describe(describeHistogram(bins, model.summary, unit));
    fill(this.#aside, ...this.#notDrawn(model));
    const binsOfTable = allBins(bins).map((bin) => ({ ...spanOfBin(bins, bin), count: countOf(bins, bin) }));
    fillBinTable(this.#table, capital(unit[1]), binsOfTable);
  }

  #notDrawn({ summary }: TableModel): (HTMLElement | string)[] {
    const missing = notDrawn(summary);
    return missing.length === 0
      ? []
      : [
          el('span', { class: 'muted' }, t`not drawn:`),
          ...missing.map(({ label, count, flag }) =>
            el('span', { class: 'not-drawn-item' }, this.#countOf(flag, `${grouped(count)} ${label}`)),
          ),
        ];
  }

  #countOf(flag: string, text: string): HTMLElement {
    return countButton({ key: 'is', value: flag }, t`Show only these`, () => this.#events.onCount('is', flag), text);
  }

  #draw(model: TableModel, span: RangeSpan | null, active: number | null): void {
    const bins = this.#bins;
    if (!bins || bins.counts.length === 0) {
      this.#chart.clear();
      return;
    }
    const selected = active === null ? null : binOf(bins, model.ranges[active] ?? NaN);
    const drawn = JSON.stringify([selected, span]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#chart.draw(barsOf(bins, unitOf(model), (bin) => emphasisOf(bins, bin, span, selected)));
  }
}

/** Bars of a logarithmic histogram stand on an axis of logarithms: there they are equally wide. */
function barsOf(bins: Histogram, unit: readonly [string, string], emphasis: (bin: number) => Emphasis): Bars {
  const isLog = bins.spacing === 'log';
  const edges = isLog ? bins.edges.map(Math.log10) : bins.edges;
  const all = allBins(bins);
  return {
    edges,
    beyond: { below: bins.below !== null, above: bins.above !== null },
    counts: all.map((bin) => countOf(bins, bin)),
    emphasis: all.map((bin) => emphasis(bin)),
    ticks: isLog ? logTicks(edges[0] ?? 0, edges.at(-1) ?? 0) : null,
    tickLabel: (place) => plainNumber(isLog ? 10 ** place : place),
    tooltip: (bar) => [describeBin(bins, all[bar] ?? 0, unit)],
    xTitle: t`Dynamic range (127 × scale)`,
    yTitle: capital(unit[1]),
  };
}

function emphasisOf(bins: Histogram, bin: number, span: RangeSpan | null, selected: number | null): Emphasis {
  if (bin === selected) return 'selected';
  return span && !isBinInSpan(bins, bin, span) ? 'dimmed' : 'normal';
}

/** The span from the one to the other. */
function together(a: RangeSpan, b: RangeSpan): RangeSpan {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
