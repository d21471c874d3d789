/** Names for what is added to a model: none that it has already. */
export class NewNames {
  readonly #taken: Set<string>;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = new Set(taken);
  }

  /** The name itself, or the name with `_1`, `_2`, …; taken from now on. */
  take(name: string): string {
    let free = name;
    for (let i = 1; this.#taken.has(free); i++) free = `${name}_${i}`;
    this.#taken.add(free);
    return free;
  }
}
