/**
 * Where entries went when a table changed. An edit, an undo or a reload changes a few lines in one place,
 * so what stands before and after that place tells it all.
 */
export function carryOver(before: readonly string[], after: readonly string[]): (index: number) => number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const last = Math.max(0, after.length - 1);
  return (index) => {
    if (index >= before.length - tail) return index + after.length - before.length;
    return Math.min(index, last);
  };
}
