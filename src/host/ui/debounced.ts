import type * as vscode from 'vscode';

/** Several changes in a row (a save, an undo run, a writer that touches a file again and again) are one. */
const PAUSE_MS = 150;

/** Runs work once nothing has asked for it for a while; for longer when the work takes long itself. */
export class Debounced implements vscode.Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastTook = 0;
  readonly #work: () => Promise<void> | void;

  /** @param work tells its errors itself */
  constructor(work: () => Promise<void> | void) {
    this.#work = work;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), Math.max(PAUSE_MS, 2 * this.#lastTook));
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
