import type { EntryChange } from '../formats/format.js';

/** How often each name stands in a table, kept from edit to edit: counting a million names anew takes too long. */
export class NameCounts {
  readonly #counts = new Map<string, number>();
  /** The names that stand there more than once. */
  readonly repeated = new Set<string>();

  constructor(names: readonly string[]) {
    for (const name of names) this.#add(name, 1);
  }

  /** Takes over what a change did to the names. */
  follow(before: readonly string[], after: readonly string[], { index, removed, inserted }: EntryChange): void {
    for (let i = index; i < index + removed; i++) this.#add(before[i] ?? '', -1);
    for (let i = index; i < index + inserted; i++) this.#add(after[i] ?? '', 1);
  }

  #add(name: string, times: number): void {
    const count = (this.#counts.get(name) ?? 0) + times;
    if (count === 0) this.#counts.delete(name);
    else this.#counts.set(name, count);
    if (count > 1) this.repeated.add(name);
    else if (times < 0) this.repeated.delete(name);
  }
}
