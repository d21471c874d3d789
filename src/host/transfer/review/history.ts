/** Steps that can be taken back and made again, of values that are never changed themselves. */
export class History<T> {
  readonly #most: number;
  #past: readonly T[] = [];
  #present: T;
  #future: readonly T[] = [];

  /** @param most so many steps are kept */
  constructor(present: T, most = 200) {
    this.#present = present;
    this.#most = most;
  }

  get present(): T {
    return this.#present;
  }

  /** How many steps can be taken back, and made again. */
  get steps(): { readonly undo: number; readonly redo: number } {
    return { undo: this.#past.length, redo: this.#future.length };
  }

  push(next: T): void {
    this.#past = [...this.#past, this.#present].slice(-this.#most);
    this.#present = next;
    this.#future = [];
  }

  /** False when there is no such step. */
  go(step: 'undo' | 'redo'): boolean {
    const target = step === 'undo' ? this.#past.at(-1) : this.#future.at(-1);
    if (target === undefined) return false;
    if (step === 'undo') {
      this.#past = this.#past.slice(0, -1);
      this.#future = [...this.#future, this.#present];
    } else {
      this.#future = this.#future.slice(0, -1);
      this.#past = [...this.#past, this.#present];
    }
    this.#present = target;
    return true;
  }
}
