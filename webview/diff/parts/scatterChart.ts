import {
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
} from 'chart.js';
import { lineColor, tickStyle, titleOf, tooltipStyle } from '../../shared/charts/chartStyle.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { themeToken } from '../../shared/theme.js';
import { logTicks } from '../../shared/charts/ticks.js';
import { POINT_KINDS, type Point, type PointKind, type Scatter } from './scatterPoints.js';

Chart.register(LinearScale, LineElement, PointElement, ScatterController, Tooltip);

/** A point of the chart; the ends of the diagonal and the mark of the selected row stand for no rows. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly rows?: readonly number[];
}
type Configuration = ChartConfiguration<'scatter', Spot[]>;

export interface ScatterOptions {
  readonly selected: readonly [x: number, y: number] | null;
  readonly tooltip: (rows: readonly number[]) => string[];
}

/** Old scale against new scale on logarithmic axes, with the diagonal; in the colours of the theme. */
export class ScatterChart {
  readonly canvas = document.createElement('canvas');
  #chart: Chart<'scatter', Spot[]> | null = null;
  readonly #onClick: (rows: readonly number[]) => void;

  constructor(onClick: (rows: readonly number[]) => void) {
    this.#onClick = onClick;

    this.canvas.setAttribute('role', 'img');
  }

  /** Draws; the canvas has to be in the document, since the chart takes its size from its parent. */
  draw(scatter: Scatter, options: ScatterOptions): void {
    const configuration = configurationOf(scatter, options, this.#onClick);
    if (!this.#chart) {
      this.#chart = new Chart(this.canvas, configuration);
      return;
    }
    this.#chart.data = configuration.data;
    this.#chart.options = configuration.options ?? {};
    this.#chart.update('none');
  }

  /** Moves the mark of the selected row and nothing else. */
  mark(selected: ScatterOptions['selected']): void {
    const dataset = this.#chart?.data.datasets.at(-1);
    if (!this.#chart || !dataset) return;
    dataset.data = spotsOf(selected);
    this.#chart.update('none');
  }

  clear(): void {
    this.#chart?.destroy();
    this.#chart = null;
  }
}

function configurationOf(
  { points, bounds }: Scatter,
  { selected, tooltip }: ScatterOptions,
  onClick: (rows: readonly number[]) => void,
): Configuration {
  const { low = 0, high = 1 } = bounds ?? {};
  const datasets = [diagonal(low, high), ...POINT_KINDS.map((kind) => cloud(kind, points[kind])), mark(selected)];
  const rowsOf = (dataset: number, index: number): readonly number[] => datasets[dataset]?.data[index]?.rows ?? [];
  return {
    type: 'scatter',
    data: { datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      interaction: { mode: 'nearest', intersect: true },
      onClick: (_event, hits) => {
        const hit = hits.find(({ datasetIndex, index }) => rowsOf(datasetIndex, index).length > 0);
        if (hit) onClick(rowsOf(hit.datasetIndex, hit.index));
      },
      onHover: (_event, hits, chart) => {
        chart.canvas.style.cursor = hits.length > 0 ? 'pointer' : 'default';
      },
      scales: { x: axis(low, high, 'Old scale'), y: axis(low, high, 'New scale') },
      plugins: {
        tooltip: {
          ...tooltipStyle(),
          filter: ({ datasetIndex, dataIndex }, at) => at === 0 && rowsOf(datasetIndex, dataIndex).length > 0,
          callbacks: {
            title: () => '',
            label: ({ datasetIndex, dataIndex }) => tooltip(rowsOf(datasetIndex, dataIndex)),
          },
        },
      },
    },
  };
}

/** Shapes tell what colours tell: doubtful points are triangles. */
function cloud(kind: PointKind, points: readonly Point[]): ChartDataset<'scatter', Spot[]> {
  const colors: Readonly<Record<PointKind, string>> = {
    hidden: themeToken('editorLineNumber-foreground', 'descriptionForeground'),
    same: themeToken('descriptionForeground', 'foreground'),
    changed: themeToken('charts-blue'),
    doubtful: themeToken('editorWarning-foreground'),
  };
  const isQuiet = kind === 'hidden' || kind === 'same';
  return {
    data: [...points],
    backgroundColor: kind === 'changed' ? colors[kind] : 'transparent',
    borderColor: colors[kind],
    borderWidth: isQuiet ? 0.6 : 1.2,
    pointStyle: kind === 'doubtful' ? 'triangle' : 'circle',
    pointRadius: isQuiet ? 2 : kind === 'doubtful' ? 4.5 : 3,
    pointHoverRadius: 5,
    pointHitRadius: 4,
  };
}

function diagonal(low: number, high: number): ChartDataset<'scatter', Spot[]> {
  return {
    data: [
      { x: low, y: low },
      { x: high, y: high },
    ],
    showLine: true,
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    borderWidth: 1,
    borderColor: themeToken('descriptionForeground', 'foreground'),
    borderDash: [4, 4],
  };
}

function mark(selected: ScatterOptions['selected']): ChartDataset<'scatter', Spot[]> {
  return {
    data: spotsOf(selected),
    pointRadius: 6.5,
    pointHitRadius: 0,
    pointHoverRadius: 6.5,
    borderWidth: 2,
    backgroundColor: 'transparent',
    borderColor: themeToken('charts-foreground', 'foreground'),
  };
}

function spotsOf(selected: ScatterOptions['selected']): Spot[] {
  return selected && selected.every(Number.isFinite) ? [{ x: selected[0], y: selected[1] }] : [];
}

function axis(low: number, high: number, title: string): object {
  const ticks = logTicks(low, high, 6);
  return {
    type: 'linear',
    min: low,
    max: high,
    border: { color: lineColor() },
    grid: { color: lineColor(), drawTicks: false },
    title: titleOf(title),
    ticks: {
      ...tickStyle(),
      maxRotation: 0,
      autoSkipPadding: 14,
      padding: 4,
      callback: (place: number) => plainNumber(10 ** place, 2),
    },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = ticks.map((value) => ({ value }));
    },
  };
}
