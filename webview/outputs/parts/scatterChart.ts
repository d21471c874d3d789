import type { ChartConfiguration } from 'chart.js';
import type { DifferencePicture } from '../../../src/core/tensors/differencePicture.js';
import { CHART_OPTIONS, ChartCanvas } from '../../shared/charts/chartCanvas.js';
import { lineColor, tickStyle, titleOf } from '../../shared/charts/chartStyle.js';
import { themeToken } from '../../shared/theme.js';
import { plainNumber } from '../../shared/text/numbers.js';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** INT8 against float, value by value, with the line on which nothing differs. */
export class ScatterChart {
  readonly #chart = new ChartCanvas<'scatter', Spot>();
  readonly canvas = this.#chart.canvas;

  describe(sentence: string): void {
    this.#chart.describe(sentence);
  }

  /** Draws; the canvas has to be in the document. */
  draw(picture: Pick<DifferencePicture, 'xs' | 'ys'>, titles: readonly [x: string, y: string]): void {
    this.#chart.draw(configurationOf(picture, titles));
  }

  clear(): void {
    this.#chart.clear();
  }
}

function configurationOf(
  { xs, ys }: Pick<DifferencePicture, 'xs' | 'ys'>,
  [xTitle, yTitle]: readonly [string, string],
): ChartConfiguration<'scatter', Spot[]> {
  const low = smallest(xs, ys);
  const high = largest(xs, ys);
  const room = (high - low) * 0.03 || 1;
  const [from, to] = [low - room, high + room];
  const axis = (title: string): object => ({
    type: 'linear',
    min: from,
    max: to,
    border: { color: lineColor() },
    grid: { color: lineColor(), drawTicks: false },
    title: titleOf(title),
    ticks: {
      ...tickStyle(),
      ...{ maxRotation: 0, autoSkipPadding: 14, padding: 4, includeBounds: false },
      callback: (value: number) => plainNumber(value, 3),
    },
  });
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: [
            { x: from, y: from },
            { x: to, y: to },
          ],
          ...{ showLine: true, pointRadius: 0, borderWidth: 1, borderDash: [4, 4] },
          borderColor: themeToken('descriptionForeground', 'foreground'),
        },
        {
          data: Array.from(xs, (x, i) => ({ x, y: ys[i] ?? NaN })),
          ...{ pointRadius: 1.8, borderWidth: 0 },
          backgroundColor: themeToken('charts-blue'),
        },
      ],
    },
    options: {
      ...CHART_OPTIONS,
      ...{ normalized: true, events: [] },
      scales: { x: axis(xTitle), y: axis(yTitle) },
    },
  };
}

function smallest(...all: readonly Float64Array[]): number {
  return all.reduce((least, values) => values.reduce((a, b) => Math.min(a, b), least), Infinity);
}

function largest(...all: readonly Float64Array[]): number {
  return all.reduce((most, values) => values.reduce((a, b) => Math.max(a, b), most), -Infinity);
}
