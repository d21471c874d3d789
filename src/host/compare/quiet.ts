/** Several changes in a row (a save, an undo run) are one redraw. */
const QUIET_MS = 150;

/** Runs work once things have been quiet for a while; for longer when the work takes long itself. */
export class Quiet {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastTook = 0;
  readonly #work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), Math.max(QUIET_MS, 2 * this.#lastTook));
  }

  async now(): Promise<void> {
    clearTimeout(this.#timer);
    const start = Date.now();
    await this.#work();
    this.#lastTook = Date.now() - start;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
