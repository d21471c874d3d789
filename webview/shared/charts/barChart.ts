import type { ChartConfiguration } from 'chart.js';
import { CHART_OPTIONS, ChartCanvas } from './chartCanvas.js';
import { lineColor, tickStyle, titleOf, tooltipStyle } from './chartStyle.js';
import { themeToken } from '../theme.js';
import { t } from '../../../src/core/texts/translate.js';

export type Emphasis = 'normal' | 'selected' | 'dimmed';

/**
 * Bars side by side without gaps, on the axis from `edges[i]` to `edges[i + 1]`; and where something lies far out, one bar
 * apart from them at either end.
 */
export interface Bars {
  readonly edges: readonly number[];
  readonly beyond?: { readonly below: boolean; readonly above: boolean };
  /** Of all bars from left to right. */
  readonly counts: readonly number[];
  readonly emphasis: readonly Emphasis[];
  readonly ticks: readonly number[] | null;
  readonly tickLabel: (place: number) => string;
  readonly tooltip: (bar: number) => readonly string[];
  readonly xTitle: string;
  readonly yTitle: string;
}

/** Place on the axis, and count; an empty bin is no bar, not a bar of the least height. */
interface Point {
  readonly x: number;
  readonly y: number | null;
}
type Configuration = ChartConfiguration<'bar', Point[]>;

/** A bar chart in the colours of the theme. */
export class BarChart {
  readonly #chart = new ChartCanvas<'bar', Point>();
  readonly canvas = this.#chart.canvas;
  readonly #onClick: (bar: number, extend: boolean) => void;

  /** @param onClick a bar was clicked; with Shift, to go with those chosen before */
  constructor(onClick: (bar: number, extend: boolean) => void) {
    this.#onClick = onClick;
  }

  describe(sentence: string): void {
    this.#chart.describe(sentence);
  }

  /** Draws; the canvas has to be in the document. */
  draw(bars: Bars): void {
    this.#chart.draw(configurationOf(bars, this.#onClick));
  }

  clear(): void {
    this.#chart.clear();
  }
}

function configurationOf(bars: Bars, onClick: (bar: number, extend: boolean) => void): Configuration {
  const colors = {
    normal: themeToken('charts-blue'),
    selected: themeToken('charts-foreground', 'foreground'),
    dimmed: themeToken('disabledForeground', 'descriptionForeground'),
  };
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          data: bars.counts.map((count, i) => ({ x: placeOf(bars, i), y: count || null })),
          backgroundColor: bars.emphasis.map((kind) => colors[kind]),
          ...SHAPE,
        },
      ],
    },
    options: {
      ...CHART_OPTIONS,
      onClick: ({ native }, [hit]) => {
        if (hit) onClick(hit.index, native instanceof MouseEvent && native.shiftKey);
      },
      interaction: { mode: 'index', intersect: false },
      scales: { x: xScale(bars), y: yScale(bars) },
      plugins: { tooltip: tooltipOf(bars) },
    },
  };
}

const SHAPE = {
  barPercentage: 1,
  categoryPercentage: 1,
  grouped: false,
  minBarLength: 2,
  borderWidth: 0,
  inflateAmount: -0.5,
} as const;

/** Widths of a bar between the other bars and the middle of one that stands apart, and from there to the end of the axis. */
const APART = 2;
const MARGIN = 1;

function xScale(bars: Bars): object {
  const { tickLabel, xTitle } = bars;
  const [first, last] = [placeOf(bars, 0), placeOf(bars, bars.counts.length - 1)];
  const width = widthOf(bars);
  const ends = { below: first - MARGIN * width, above: last + MARGIN * width };
  const [low, high] = [bars.edges[0] ?? 0, bars.edges.at(-1) ?? 0];
  const apart = [...(bars.beyond?.below ? [first] : []), ...(bars.beyond?.above ? [last] : [])];
  return {
    type: 'linear',
    min: bars.beyond?.below ? ends.below : low,
    max: bars.beyond?.above ? ends.above : high,
    offset: false,
    border: { color: lineColor() },
    grid: { display: false },
    title: titleOf(xTitle),
    ticks: {
      ...tickStyle(),
      maxRotation: 0,
      autoSkip: apart.length === 0,
      autoSkipPadding: 12,
      callback: (place: number) => (apart.includes(place) ? (place < low ? t`◂ less` : t`more ▸`) : tickLabel(place)),
    },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      const all = bars.ticks ?? axis.ticks.map(({ value }) => value);
      // The end of the axis may lie next to a tick that reads the same.
      const inside = all.filter(
        (tick, i) => tick >= low && tick <= high && tickLabel(tick) !== tickLabel(all[i + 1] ?? Infinity),
      );
      axis.ticks = [...inside, ...apart].map((value) => ({ value }));
    },
  };
}

function yScale({ yTitle }: Bars): object {
  return {
    type: 'linear',
    beginAtZero: true,
    border: { display: false },
    grid: { color: lineColor(), drawTicks: false },
    title: titleOf(yTitle),
    ticks: { ...tickStyle(), precision: 0, maxTicksLimit: 5, padding: 6 },
  };
}

function tooltipOf({ tooltip }: Bars): object {
  return {
    ...tooltipStyle(),
    callbacks: { title: () => '', label: ({ dataIndex }: { dataIndex: number }) => tooltip(dataIndex) },
  };
}

/** Where the middle of a bar stands on the axis. */
function placeOf(bars: Bars, bar: number): number {
  const { edges, beyond } = bars;
  const bin = beyond?.below ? bar - 1 : bar;
  if (bin < 0) return (edges[0] ?? 0) - APART * widthOf(bars);
  if (bin >= edges.length - 1) return (edges.at(-1) ?? 0) + APART * widthOf(bars);
  return ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2;
}

function widthOf({ edges }: Bars): number {
  return ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / Math.max(1, edges.length - 1);
}
