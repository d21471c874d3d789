/** Counts as people read them. */

const GROUPED = new Intl.NumberFormat('en-US');

/** `12,345`. */
export function grouped(count: number): string {
  return GROUPED.format(count);
}

/** `1 entry`, `12,345 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
