/** The few row elements that exist; those scrolled out of sight are filled again with what comes into it. */
export class RowPool {
  readonly #live = new Map<number, HTMLElement>();
  readonly #idle: HTMLElement[] = [];
  readonly #body: HTMLElement;
  readonly #create: () => HTMLElement;

  constructor(body: HTMLElement, create: () => HTMLElement) {
    this.#body = body;
    this.#create = create;
  }

  /** Makes rows `first` to `end` (excluded) the ones that exist; `draw` fills those that did not. */
  show(first: number, end: number, draw: (element: HTMLElement, row: number) => void): void {
    for (const [row, element] of this.#live) {
      if (row < first || row >= end) {
        this.#live.delete(row);
        this.#idle.push(element);
      }
    }
    // From the end, so that the next row is there to be inserted before: screen readers go by document order.
    for (let row = end - 1; row >= first; row--) {
      if (!this.#live.has(row)) this.#add(row, draw);
    }
    for (const element of this.#idle.splice(0)) element.remove();
  }

  forEach(visit: (element: HTMLElement, row: number) => void): void {
    this.#live.forEach(visit);
  }

  get(row: number): HTMLElement | undefined {
    return this.#live.get(row);
  }

  clear(): void {
    this.#live.clear();
    this.#idle.length = 0;
    this.#body.replaceChildren();
  }

  #add(row: number, draw: (element: HTMLElement, row: number) => void): void {
    const element = this.#idle.pop() ?? this.#create();
    draw(element, row);
    this.#live.set(row, element);
    this.#body.insertBefore(element, this.#live.get(row + 1) ?? null);
  }
}
