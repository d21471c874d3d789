/** How many of the ascending numbers are smaller than `limit`: the index of the first that is not. */
export function countBelow(ascending: Uint32Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LINE_FEED = 10;

/** How many line feeds stand in `bytes[start, end)`. */
export function lineFeeds(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED, start); at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
