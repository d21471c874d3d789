import { BarController, BarElement, Chart, LinearScale, Tooltip, type ChartConfiguration } from 'chart.js';
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
  readonly canvas = document.createElement('canvas');
  #chart: Chart<'bar', Point[]> | null = null;
  readonly #onClick: (bar: number) => void;

  constructor(onClick: (bar: number) => void) {
    this.#onClick = onClick;

    this.canvas.setAttribute('role', 'img');
  }

  /** Draws; the canvas has to be in the document, since the chart takes its size from its parent. */
  draw(bars: Bars): void {
    const configuration = configurationOf(bars, this.#onClick);
    if (!this.#chart) {
      this.#chart = new Chart(this.canvas, configuration);
      return;
    }
    this.#chart.data = configuration.data;
    this.#chart.options = configuration.options ?? {};
    this.#chart.update('none');
  }

  clear(): void {
    this.#chart?.destroy();
    this.#chart = null;
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
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      onClick: (_event, [hit]) => {
        if (hit) onClick(hit.index);
      },
      onHover: (_event, hits, chart) => {
        chart.canvas.style.cursor = hits.length > 0 ? 'pointer' : 'default';
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
