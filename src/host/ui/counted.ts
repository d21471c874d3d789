/** `1 entry`, `1,200 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `1,200`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
