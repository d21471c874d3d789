/** Ticks of an axis that shows a logarithm (base 10): at powers of ten, finer when few of them are in sight. */
export function logTicks(low: number, high: number, most = 8): number[] {
  const decades = high - low;
  if (decades > most) return steps(low, high, Math.ceil(decades / most));
  const mantissas = decades > 3 ? [1] : decades > 1 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 8];
  const ticks: number[] = [];
  for (let decade = Math.floor(low); decade <= high; decade++) {
    ticks.push(
      ...mantissas.map((mantissa) => decade + Math.log10(mantissa)).filter((tick) => tick >= low && tick <= high),
    );
  }
  return ticks;
}

/** Ticks at round numbers, at most so many. */
export function evenTicks(low: number, high: number, most: number): number[] {
  const least = (high - low) / Math.max(1, most);
  const decade = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((each) => each >= least) ?? least;
  return high > low ? steps(low, high, step) : [];
}

function steps(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return ticks;
}
