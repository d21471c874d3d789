import { BarController, BarElement, Chart, LinearScale, Tooltip, type ChartConfiguration } from 'chart.js';
import { CHART_OPTIONS, ChartCanvas } from './chartCanvas.js';
import { lineColor, tickStyle, titleOf, tooltipStyle } from './chartStyle.js';
import { themeToken } from '../theme.js';

Chart.register(BarController, BarElement, LinearScale, Tooltip);

export type Emphasis = 'normal' | 'selected' | 'dimmed';

/** Bars side by side without gaps: bar i stands from `edges[i]` to `edges[i + 1]` on the axis. */
export interface Bars {
  readonly edges: readonly number[];
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
  readonly #onClick: (bar: number) => void;

  constructor(onClick: (bar: number) => void) {
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

function configurationOf(bars: Bars, onClick: (bar: number) => void): Configuration {
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
          data: bars.counts.map((count, i) => ({ x: middle(bars.edges, i), y: count || null })),
          backgroundColor: bars.emphasis.map((kind) => colors[kind]),
          ...SHAPE,
        },
      ],
    },
    options: {
      ...CHART_OPTIONS,
      onClick: (_event, [hit]) => {
        if (hit) onClick(hit.index);
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

function xScale({ edges, ticks, tickLabel, xTitle }: Bars): object {
  return {
    type: 'linear',
    min: edges[0],
    max: edges.at(-1),
    offset: false,
    border: { color: lineColor() },
    grid: { display: false },
    title: titleOf(xTitle),
    ticks: { ...tickStyle(), maxRotation: 0, autoSkipPadding: 12, callback: (place: number) => tickLabel(place) },
    ...(ticks
      ? {
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            axis.ticks = ticks.map((value) => ({ value }));
          },
        }
      : {}),
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

function middle(edges: readonly number[], bar: number): number {
  return ((edges[bar] ?? 0) + (edges[bar + 1] ?? 0)) / 2;
}
