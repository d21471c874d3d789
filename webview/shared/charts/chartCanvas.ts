import { Chart, type ChartConfiguration, type ChartType } from 'chart.js';
import { setLabel } from '../dom.js';

/** The life of a chart of Chart.js on its canvas: made at the first drawing, changed by the next ones, gone when there is nothing to draw. */
export class ChartCanvas<Type extends ChartType, Point> {
  readonly canvas = document.createElement('canvas');
  #chart: Chart<Type, Point[]> | null = null;

  constructor() {
    this.canvas.setAttribute('role', 'img');
  }

  /** What the chart shows in one sentence, for those who can't see it. */
  describe(sentence: string): void {
    setLabel(this.canvas, sentence);
  }

  /** Draws; the canvas has to be in the document, since the chart takes its size from its parent. */
  draw(configuration: ChartConfiguration<Type, Point[]>): void {
    if (!this.#chart) {
      this.#chart = new Chart(this.canvas, configuration);
      return;
    }
    this.#chart.data = configuration.data;
    if (configuration.options) this.#chart.options = configuration.options;
    this.#chart.update('none');
  }

  /** Gives the uppermost dataset other points, and changes nothing else. */
  redrawTop(points: Point[]): void {
    const top = this.#chart?.data.datasets.at(-1);
    if (!this.#chart || !top) return;
    top.data = points;
    this.#chart.update('none');
  }

  clear(): void {
    this.#chart?.destroy();
    this.#chart = null;
  }
}

/** What all our charts have in common: they fill their parent, don't move, and show what can be clicked. */
export const CHART_OPTIONS = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  onHover: (_event: unknown, hits: readonly unknown[], chart: { readonly canvas: HTMLCanvasElement }): void => {
    chart.canvas.style.cursor = hits.length > 0 ? 'pointer' : 'default';
  },
} as const;
