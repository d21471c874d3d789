/** Share of a page that belongs to its rows and what stands under them: on a low page, and on one that is high enough for 24 rows. */
const LOW = { height: 700, share: 0.55 };
const HIGH = { height: 870, share: 0.68 };
/** What stands around a chart in its panel, in pixels. */
const AROUND = 46;
const LEAST = 76;
/** A chart that is asked for whatever the height must be worth it. */
const LEAST_INSISTED = 130;
const MOST = 170;

/**
 * Keeps most of a page's height for its rows. Charts above them get what is left, in `--chart-height`; where that is too little
 * they fold themselves away, until the user insists on them.
 */
export class ChartRoom {
  readonly #page: HTMLElement;
  readonly #others: readonly HTMLElement[];
  readonly #onChange: () => void;
  #isLittle = false;
  #isInsisted = false;

  /** @param others what stands above or below the rows besides the charts, and counts as no part of the rows */
  constructor(page: HTMLElement, others: readonly HTMLElement[], onChange: () => void) {
    this.#page = page;
    this.#others = others;
    this.#onChange = onChange;
    const observer = new ResizeObserver(() => this.#measure());
    for (const element of [page, ...others]) observer.observe(element);
  }

  /** Whether charts that are wanted are not shown for want of height. */
  get isFolded(): boolean {
    return this.#isLittle && !this.#isInsisted;
  }

  /** The user asks for the charts whatever the height, or no more. */
  insist(on: boolean): void {
    this.#isInsisted = on;
    this.#measure();
  }

  /** The height that something takes from the charts: what stands beside the rows takes none. */
  #takes({ offsetHeight, offsetWidth }: HTMLElement): number {
    return offsetWidth > this.#page.clientWidth / 2 ? offsetHeight : 0;
  }

  #measure(): void {
    const { clientHeight } = this.#page;
    if (clientHeight === 0) return;
    const others = this.#others.reduce((sum, other) => sum + this.#takes(other), 0);
    const left = clientHeight * (1 - shareOfRows(clientHeight)) - others - AROUND;
    this.#page.style.setProperty(
      '--chart-height',
      `${Math.round(Math.max(this.#isInsisted ? LEAST_INSISTED : LEAST, Math.min(MOST, left)))}px`,
    );
    const isLittle = left < LEAST;
    if (isLittle === this.#isLittle) return;
    this.#isLittle = isLittle;
    this.#onChange();
  }
}

function shareOfRows(height: number): number {
  const between = Math.min(1, Math.max(0, (height - LOW.height) / (HIGH.height - LOW.height)));
  return LOW.share + between * (HIGH.share - LOW.share);
}
