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
import { CHART_OPTIONS, ChartCanvas } from '../../shared/charts/chartCanvas.js';
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
  readonly #chart = new ChartCanvas<'scatter', Spot>();
  readonly canvas = this.#chart.canvas;
  readonly #onClick: (rows: readonly number[]) => void;

  constructor(onClick: (rows: readonly number[]) => void) {
    this.#onClick = onClick;
  }

  describe(sentence: string): void {
    this.#chart.describe(sentence);
  }

  /** Draws; the canvas has to be in the document. */
  draw(scatter: Scatter, options: ScatterOptions): void {
    this.#chart.draw(configurationOf(scatter, options, this.#onClick));
  }

  /** Moves the mark of the selected row and nothing else. */
  mark(selected: ScatterOptions['selected']): void {
    this.#chart.redrawTop(spotsOf(selected));
  }

  clear(): void {
    this.#chart.clear();
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
      ...CHART_OPTIONS,
      normalized: true,
      interaction: { mode: 'nearest', intersect: true },
      onClick: (_event, hits) => {
        const hit = hits.find(({ datasetIndex, index }) => rowsOf(datasetIndex, index).length > 0);
        if (hit) onClick(rowsOf(hit.datasetIndex, hit.index));
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
