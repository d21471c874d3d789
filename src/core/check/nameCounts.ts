import type { EntryChange } from '../formats/format.js';

const MAPS = 64;

/** How often each name stands in a table, kept from edit to edit: counting a million names anew takes too long. */
export class NameCounts {
  /** Many small maps: a large one that grows moves all that it has at once. */
  readonly #counts = Array.from({ length: MAPS }, () => new Map<string, number>());
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
    const counts = this.#countsOf(name);
    const count = (counts.get(name) ?? 0) + times;
    if (count === 0) counts.delete(name);
    else counts.set(name, count);
    if (count > 1) this.repeated.add(name);
    else if (times < 0) this.repeated.delete(name);
  }

  #countsOf(name: string): Map<string, number> {
    let hash = name.length;
    // Names of a table differ in their numbers, which may stand anywhere.
    for (let i = 0; i < name.length; i += 3) hash = (hash * 31 + name.charCodeAt(i)) | 0;
    return this.#counts[hash & (MAPS - 1)] ?? new Map();
  }
}
