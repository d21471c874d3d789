import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { CHART_OPTIONS, ChartCanvas } from '../../shared/charts/chartCanvas.js';
import { lineColor, tickStyle, titleOf, tooltipStyle } from '../../shared/charts/chartStyle.js';
import { themeToken } from '../../shared/theme.js';
import { signed } from './ratioBins.js';
import { POINT_KINDS, type Bounds, type Point, type PointKind, type Residuals } from './residualPoints.js';
import { t } from '../../../src/core/texts/translate.js';

const NO_BOUNDS: Bounds = { rows: 0, low: -1, high: 1 };
/** Room beside the first and the last row, as a share of all. */
const SIDE = 0.015;

/** A point of the chart; the ends of the line and the mark of the selected row stand for no rows. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly rows?: readonly number[];
}
type Configuration = ChartConfiguration<'scatter', Spot[]>;

export interface ResidualOptions {
  readonly selected: readonly [x: number, y: number] | null;
  readonly tooltip: (rows: readonly number[]) => string[];
}

/** log2 of new by old along the rows, with the line on which nothing changed; in the colours of the theme. */
export class ResidualChart {
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
  draw(residuals: Residuals, options: ResidualOptions): void {
    this.#chart.draw(configurationOf(residuals, options, this.#onClick));
  }

  /** Moves the mark of the selected row and nothing else. */
  mark(selected: ResidualOptions['selected']): void {
    this.#chart.redrawTop(spotsOf(selected));
  }

  clear(): void {
    this.#chart.clear();
  }
}

function configurationOf(
  { points, bounds }: Residuals,
  { selected, tooltip }: ResidualOptions,
  onClick: (rows: readonly number[]) => void,
): Configuration {
  const { rows, low, high } = bounds ?? NO_BOUNDS;
  const last = Math.max(1, rows - 1);
  const datasets = [unchanged(last), ...POINT_KINDS.map((kind) => cloud(kind, points[kind])), mark(selected)];
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
      scales: {
        x: axis(-last * SIDE, last * (1 + SIDE), t`Row, in the order of the new table`, {
          callback: (row) => String(row + 1),
          precision: 0,
        }),
        y: axis(low, high, t`log₂ (new / old)`, { callback: signed }),
      },
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

function unchanged(last: number): ChartDataset<'scatter', Spot[]> {
  return {
    data: [
      { x: -last * SIDE, y: 0 },
      { x: last * (1 + SIDE), y: 0 },
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

function mark(selected: ResidualOptions['selected']): ChartDataset<'scatter', Spot[]> {
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

function spotsOf(selected: ResidualOptions['selected']): Spot[] {
  return selected && selected.every(Number.isFinite) ? [{ x: selected[0], y: selected[1] }] : [];
}

function axis(
  low: number,
  high: number,
  title: string,
  ticks: { readonly callback: (place: number) => string; readonly precision?: number },
): object {
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
      includeBounds: false,
      ...ticks,
    },
  };
}
