/**
 * What became of a list of rows, as splices: some rows go and others come in their place. Found and applied side by side, so
 * that a view can be sent what changed and not all that there is.
 */

/**
 * Three numbers a splice: the first row concerned (by its place in the old list), how many rows go, how many come. Ascending,
 * none touching another. Packed, since many small arrays in one message have been seen to get lost.
 */
export type RowSplices = Int32Array;

const FIELDS = 3;
/** So far ahead the end of a run of new or removed rows is looked for; what is longer is replaced as a whole. */
const LOOK_AHEAD = 256;

/**
 * The splices that make the new list of the old one.
 * @param same whether a row of the old list and one of the new are alike
 */
export function findSplices(before: number, after: number, same: (old: number, now: number) => boolean): RowSplices {
  const shorter = Math.min(before, after);
  let head = 0;
  while (head < shorter && same(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && same(before - 1 - tail, after - 1 - tail)) tail++;
  return Int32Array.from(between(head, before - tail, after - tail, same));
}

/**
 * The same where it is known that rows `index` up to `index + removed` gave way to `inserted` ones and all others stayed: no
 * other row is looked at.
 */
export function findSplicesWithin(
  { index, removed, inserted }: { readonly index: number; readonly removed: number; readonly inserted: number },
  same: (old: number, now: number) => boolean,
): RowSplices {
  const splices = findSplices(removed, inserted, (old, now) => same(index + old, index + now));
  for (let at = 0; at < splices.length; at += FIELDS) splices[at] = (splices[at] ?? 0) + index;
  return splices;
}

/** Splices of what lies between a common head and a common tail. */
function between(head: number, oldEnd: number, newEnd: number, same: (old: number, now: number) => boolean): number[] {
  const splices: number[] = [];
  let [old, now] = [head, head];
  while (old < oldEnd || now < newEnd) {
    if (old < oldEnd && now < newEnd && same(old, now)) {
      old++;
      now++;
      continue;
    }
    const [removed, added] = step(old, now, oldEnd, newEnd, same);
    append(splices, old, removed, added);
    old += removed;
    now += added;
  }
  return splices;
}

/** How many rows go and come until the lists may agree again. Where as many are left in both, a row was replaced. */
function step(
  old: number,
  now: number,
  oldEnd: number,
  newEnd: number,
  same: (old: number, now: number) => boolean,
): readonly [removed: number, added: number] {
  if (old === oldEnd) return [0, newEnd - now];
  if (now === newEnd) return [oldEnd - old, 0];
  const surplus = oldEnd - old - (newEnd - now);
  const most = Math.min(Math.abs(surplus), LOOK_AHEAD);
  for (let ahead = 1; ahead <= most; ahead++) {
    if (surplus > 0 && same(old + ahead, now)) return [ahead, 0];
    if (surplus < 0 && same(old, now + ahead)) return [0, ahead];
  }
  return [1, 1];
}

/** Adds a splice, or lengthens the last one where they touch. */
function append(splices: number[], row: number, removed: number, added: number): void {
  const last = splices.length - FIELDS;
  if (last < 0 || (splices[last] ?? 0) + (splices[last + 1] ?? 0) !== row) {
    splices.push(row, removed, added);
    return;
  }
  splices[last + 1] = (splices[last + 1] ?? 0) + removed;
  splices[last + 2] = (splices[last + 2] ?? 0) + added;
}

/** How many rows the splices bring. */
export function addedBy(splices: RowSplices): number {
  let sum = 0;
  forEachSplice(splices, (_row, _removed, added) => (sum += added));
  return sum;
}

/** The places of the new rows in the new list. */
export function newRows(splices: RowSplices): number[] {
  const rows: number[] = [];
  let shift = 0;
  forEachSplice(splices, (row, removed, added) => {
    for (let i = 0; i < added; i++) rows.push(row + shift + i);
    shift += added - removed;
  });
  return rows;
}

/**
 * The new list: what stays of the old one, and the new rows (one after the other) in their places. It is the old one itself where
 * it says the same: a number that changes leaves a million names as they are, and all that is known of them.
 */
export function spliceList<T>(before: readonly T[], splices: RowSplices, added: readonly T[]): readonly T[] {
  if (saysTheSame(before, splices, added)) return before;
  const after: T[] = [];
  copyThrough(
    before.length,
    splices,
    (from, end) => {
      for (let row = from; row < end; row++) after.push(before[row] as T);
    },
    (from, end) => {
      for (let row = from; row < end; row++) after.push(added[row] as T);
    },
  );
  return after;
}

function saysTheSame<T>(before: readonly T[], splices: RowSplices, rows: readonly T[]): boolean {
  let isSame = true;
  let given = 0;
  forEachSplice(splices, (row, removed, added) => {
    isSame &&= removed === added && rows.slice(given, given + added).every((value, i) => value === before[row + i]);
    given += added;
  });
  return isSame;
}

/** The same for a column of numbers. */
export function spliceColumn<T extends Float64Array | Uint32Array>(before: T, splices: RowSplices, added: T): T {
  const after = new (before.constructor as new (length: number) => T)(lengthAfter(before.length, splices));
  let place = 0;
  const put = (part: T): void => {
    after.set(part, place);
    place += part.length;
  };
  copyThrough(
    before.length,
    splices,
    (from, end) => put(before.subarray(from, end) as T),
    (from, end) => put(added.subarray(from, end) as T),
  );
  return after;
}

/** How long the new list is. */
export function lengthAfter(before: number, splices: RowSplices): number {
  let length = before;
  forEachSplice(splices, (_row, removed, added) => (length += added - removed));
  return length;
}

function copyThrough(
  before: number,
  splices: RowSplices,
  keep: (from: number, end: number) => void,
  insert: (from: number, end: number) => void,
): void {
  let [old, given] = [0, 0];
  forEachSplice(splices, (row, removed, added) => {
    keep(old, row);
    insert(given, given + added);
    old = row + removed;
    given += added;
  });
  keep(old, before);
}

/** Where a row of the old list stands in the new one. A row that goes gives its place to the one that came for it, or to its neighbour. */
export function carryRow(splices: RowSplices, after: number): (row: number) => number {
  const shifts: number[] = [];
  let shift = 0;
  forEachSplice(splices, (_row, removed, added) => {
    shifts.push(shift);
    shift += added - removed;
  });
  const last = Math.max(0, after - 1);
  return (row) => {
    const at = spliceAt(splices, row);
    const [start = 0, removed = 0, added = 0] = splices.subarray(at * FIELDS, at * FIELDS + FIELDS);
    const before = shifts[at] ?? 0;
    if (at < 0) return Math.min(row, last);
    if (row >= start + removed) return Math.min(row + before + added - removed, last);
    return Math.min(start + before + Math.min(row - start, Math.max(0, added - 1)), last);
  };
}

/** The number of the last splice that starts at a row or before it; -1 for none. */
export function spliceAt(splices: RowSplices, row: number): number {
  let [low, high] = [0, splices.length / FIELDS];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((splices[middle * FIELDS] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function forEachSplice(splices: RowSplices, visit: (row: number, removed: number, added: number) => void): void {
  for (let at = 0; at < splices.length; at += FIELDS)
    visit(splices[at] ?? 0, splices[at + 1] ?? 0, splices[at + 2] ?? 0);
}
