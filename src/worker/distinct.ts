/** Every different value of a column once: what many rows share goes along once. */
export class Distinct<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();
  readonly #keyOf: (value: T) => string;

  /** @param keyOf the same for equal values, another for others */
  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  /** The place of a value in the list. */
  indexOf(value: T): number {
    const key = this.#keyOf(value);
    const index = this.#known.get(key) ?? this.all.push(value) - 1;
    this.#known.set(key, index);
    return index;
  }
}
