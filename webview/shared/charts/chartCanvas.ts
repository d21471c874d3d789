import type { Chart, ChartConfiguration, ChartType } from 'chart.js';
import { setLabel } from '../dom.js';

/**
 * The life of a chart of Chart.js on its canvas: made at the first drawing, changed by the next ones, gone when there is nothing to draw. Chart.js
 * is loaded for the first of a page, once its rows are on the screen.
 */
export class ChartCanvas<Type extends ChartType, Point> {
  readonly canvas = document.createElement('canvas');
  #chart: Chart<Type, Point[]> | null = null;
  /** What is to be drawn as soon as there is something to draw it with. */
  #wanted: ChartConfiguration<Type, Point[]> | null = null;

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
      const isWaiting = this.#wanted !== null;
      this.#wanted = configuration;
      if (!isWaiting) void this.#begin();
      return;
    }
    this.#chart.data = configuration.data;
    if (configuration.options) this.#chart.options = configuration.options;
    this.#chart.update('none');
  }

  /** Gives the uppermost dataset other points, and changes nothing else. */
  redrawTop(points: Point[]): void {
    const top = (this.#chart?.data ?? this.#wanted?.data)?.datasets.at(-1);
    if (!top) return;
    top.data = points;
    this.#chart?.update('none');
  }

  clear(): void {
    this.#wanted = null;
    this.#chart?.destroy();
    this.#chart = null;
  }

  async #begin(): Promise<void> {
    await painted();
    const { Chart: Drawn } = await import('./chartJs.js');
    // It may have been cleared, or drawn by another call, meanwhile.
    if (!this.#wanted || this.#chart) return;
    this.#chart = new Drawn(this.canvas, this.#wanted);
    this.#wanted = null;
  }
}

/** Resolves when what stands in the page now is on the screen. A page that is hidden draws no frames: then soon. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, HIDDEN_MS);
  });
}

const HIDDEN_MS = 200;

/** What all our charts have in common: they fill their parent, don't move, and show what can be clicked. */
export const CHART_OPTIONS = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  onHover: (_event: unknown, hits: readonly unknown[], chart: { readonly canvas: HTMLCanvasElement }): void => {
    chart.canvas.style.cursor = hits.length > 0 ? 'pointer' : 'default';
  },
} as const;
