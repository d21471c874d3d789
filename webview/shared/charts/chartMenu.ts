import type { ChartFile, ChartCommand } from '../../../src/protocol/common.js';
import { delimitedText } from '../../../src/core/render/delimited.js';
import { setContext } from '../dom.js';
import { themeToken } from '../theme.js';

/** Around a chart and the table behind it. */
const BOX = '.panel, .chart-box';

/** VS Code's menu over the charts of a page: their pictures, and the numbers behind them, as files. */
export class ChartMenu {
  readonly #root: HTMLElement;
  readonly #save: (file: ChartFile) => void;
  #clicked: HTMLCanvasElement | null = null;

  constructor(root: HTMLElement, save: (file: ChartFile) => void) {
    this.#root = root;
    this.#save = save;
    // Before VS Code reads it, which listens where the event comes to.
    root.addEventListener('contextmenu', ({ target }) => this.#mark(target), { capture: true });
  }

  /** Does what the menu asks for with the chart that was clicked, or else the first in sight; false: there is none. */
  run(command: ChartCommand): boolean {
    const canvas = isInSight(this.#clicked) ? this.#clicked : this.#inSight;
    if (!canvas) return false;
    const numbers = command === 'saveNumbers' ? numbersOf(canvas) : null;
    if (command === 'saveNumbers' && numbers === null) return false;
    if (numbers !== null) this.#save({ extension: 'csv', content: numbers });
    else void pictureOf(canvas).then((content) => this.#save({ extension: 'png', content }));
    return true;
  }

  get #inSight(): HTMLCanvasElement | undefined {
    return [...this.#root.querySelectorAll('canvas')].find(isInSight);
  }

  #mark(target: EventTarget | null): void {
    const canvas = target instanceof HTMLCanvasElement ? target : null;
    this.#clicked = canvas;
    if (canvas) setContext(canvas, { calibrationChart: true, calibrationNumbers: tableOf(canvas) !== null });
  }
}

function isInSight(canvas: HTMLCanvasElement | null): canvas is HTMLCanvasElement {
  return canvas !== null && canvas.isConnected && canvas.offsetWidth > 0;
}

function tableOf(canvas: HTMLCanvasElement): HTMLTableElement | null {
  return canvas.closest(BOX)?.querySelector<HTMLTableElement>('table:has([data-number])') ?? null;
}

/** What screen readers read in place of the chart, as a file with all digits. A table that is a part of the numbers is none. */
function numbersOf(canvas: HTMLCanvasElement): string | null {
  const [head, ...rows] = [...(tableOf(canvas)?.rows ?? [])].map((row) =>
    [...row.cells].map(({ dataset, textContent }) => dataset['number'] ?? textContent),
  );
  if (!head) return null;
  return delimitedText({ columns: head.map((title) => ({ title, align: 'left' })), rows }, ',');
}

/** A chart is drawn on nothing: its file gets the page's background. */
async function pictureOf(chart: HTMLCanvasElement): Promise<Uint8Array> {
  const picture = document.createElement('canvas');
  picture.width = chart.width;
  picture.height = chart.height;
  const context = picture.getContext('2d');
  if (context) {
    context.fillStyle = themeToken('editor-background');
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(chart, 0, 0);
  }
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/png'));
  return new Uint8Array((await blob?.arrayBuffer()) ?? []);
}
